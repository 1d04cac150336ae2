#include "pipeline/package/pdf/pdf_attached_file.h"

#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>

#include "pipeline/package/pdf/xmp.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

Handle specification_of(PdfStore& store, const PdfAttachment& attachment, ByteView bytes) {
  Handle parameters = Handle::newDictionary();
  parameters.replaceKey("/Size", Handle::newInteger(static_cast<long long>(bytes.size())));
  if (is_xmp_time(attachment.time)) {
    parameters.replaceKey("/ModDate", Handle::newString(pdf_time(attachment.time)));
  }
  Handle dictionary = Handle::parse("<< /Type /EmbeddedFile >>");
  dictionary.replaceKey("/Subtype", Handle::newName('/' + attachment.media_type));
  dictionary.replaceKey("/Params", parameters);
  Handle file = Handle::newDictionary();
  const Handle stream = store.deflated_stream(dictionary, bytes);
  file.replaceKey("/F", stream);
  file.replaceKey("/UF", stream);

  Handle specification = Handle::parse("<< /Type /Filespec /AFRelationship /Supplement >>");
  specification.replaceKey("/F", Handle::newString(attachment.name));
  specification.replaceKey("/UF", Handle::newUnicodeString(attachment.name));
  specification.replaceKey("/Desc", Handle::newUnicodeString(attachment.description));
  specification.replaceKey("/EF", file);
  return store.document().makeIndirectObject(specification);
}

}  // namespace

void attach_file(PdfStore& store, const PdfAttachment& attachment, ByteView bytes) {
  const Handle specification = specification_of(store, attachment, bytes);
  Handle root = store.document().getRoot();
  if (!root.hasKey("/AF")) root.replaceKey("/AF", Handle::newArray());
  root.getKey("/AF").appendItem(specification);
  QPDFEmbeddedFileDocumentHelper files(store.document());
  files.replaceEmbeddedFile(attachment.name, QPDFFileSpecObjectHelper(specification));
}

}  // namespace sohoa
