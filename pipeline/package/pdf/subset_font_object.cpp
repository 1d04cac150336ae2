#include "pipeline/package/pdf/subset_font_object.h"

#include <string>

namespace sohoa {

using Handle = QPDFObjectHandle;

QPDFObjectHandle font_dictionary(PdfStore& store, const SubsetFont& font) {
  const std::string& program = font.program();
  const Handle length = Handle::parse("<< /Length1 " + std::to_string(program.size()) + " >>");
  Handle descriptor = Handle::parse(std::string("<< ") + SubsetFont::kDescription + " /FontName " +
                                    font.name() + " >>");
  descriptor.replaceKey("/FontFile2", store.deflated_stream(length, as_bytes(program)));
  Handle descendant = Handle::parse(std::string("<< ") + SubsetFont::kDescendant + " /BaseFont " +
                                    font.name() + " /W [" + font.widths() + "] >>");
  descendant.replaceKey("/FontDescriptor", store.document().makeIndirectObject(descriptor));
  Handle descendants = Handle::newArray();
  descendants.appendItem(store.document().makeIndirectObject(descendant));
  Handle dictionary = Handle::parse(
      "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H"
      " /BaseFont " +
      font.name() + " >>");
  dictionary.replaceKey("/DescendantFonts", descendants);
  dictionary.replaceKey(
      "/ToUnicode", store.deflated_stream(Handle::newDictionary(), as_bytes(font.to_unicode())));
  return dictionary;
}

}  // namespace sohoa
