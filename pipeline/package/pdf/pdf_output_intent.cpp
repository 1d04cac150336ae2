#include "pipeline/package/pdf/pdf_output_intent.h"

#include <qpdf/QPDFObjectHandle.hh>

#include "pipeline/package/pdf/pdf_icc.h"

namespace sohoa {

using Handle = QPDFObjectHandle;

void set_output_intent(PdfStore& store) {
  const Handle profile = Handle::parse("<< /N 3 >>");
  Handle intent = Handle::parse(
      "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)"
      " /RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1) >>");
  intent.replaceKey("/DestOutputProfile",
                    store.deflated_stream(profile, srgb_profile(newest_profile(store.version()))));
  Handle intents = Handle::newArray();
  intents.appendItem(intent);
  store.document().getRoot().replaceKey("/OutputIntents", intents);
}

}  // namespace sohoa
