#include "pipeline/package/pdf/pdf_document_metadata.h"

#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace sohoa {

using Handle = QPDFObjectHandle;

void set_document_metadata(PdfStore& store, const DocumentMetadata& said) {
  QPDF& document = store.document();
  Handle root = document.getRoot();
  root.replaceKey("/Metadata", store.stream(Handle::parse("<< /Type /Metadata /Subtype /XML >>"),
                                            as_bytes(xmp_packet(said))));
  if (!said.language.empty()) root.replaceKey("/Lang", Handle::newString(said.language));
  Handle info = Handle::newDictionary();
  const auto state = [&](const char* key, const std::string& value) {
    if (!value.empty()) info.replaceKey(key, Handle::newUnicodeString(value));
  };
  state("/Title", said.title);
  state("/Subject", said.description);
  state("/Creator", said.producer);
  state("/Producer", said.producer);
  if (is_xmp_time(said.time)) {
    info.replaceKey("/CreationDate", Handle::newString(pdf_time(said.time)));
    info.replaceKey("/ModDate", Handle::newString(pdf_time(said.time)));
  }
  document.getTrailer().replaceKey("/Info", document.makeIndirectObject(info));
}

}  // namespace sohoa
