#include "pipeline/package/pdf/pdf_font.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

constexpr const char* kFontName = "/AAAAAA+SohoaInvisible";

Handle embedded_program(PdfStore& store, const GlyphlessFont& font) {
  const Bytes program = font.program();
  Handle dictionary = Handle::newDictionary();
  dictionary.replaceKey("/Length1", Handle::newInteger(static_cast<long long>(program.size())));
  return store.deflated_stream(dictionary, program);
}

Handle descriptor(PdfStore& store, const GlyphlessFont& font) {
  Handle dictionary = Handle::parse(
      "<< /Type /FontDescriptor /Flags 4 /FontBBox [0 -216 1000 891] /ItalicAngle 0 /Ascent 891"
      " /Descent -216 /CapHeight 662 /StemV 80 >>");
  dictionary.replaceKey("/FontName", Handle::newName(kFontName));
  dictionary.replaceKey("/FontFile2", embedded_program(store, font));
  return store.document().makeIndirectObject(dictionary);
}

Handle widths(const GlyphlessFont& font) {
  Handle run = Handle::newArray();
  for (const int width : font.widths()) run.appendItem(Handle::newInteger(width));
  Handle array = Handle::newArray();
  array.appendItem(Handle::newInteger(1));
  array.appendItem(run);
  return array;
}

Handle descendant(PdfStore& store, const GlyphlessFont& font) {
  Handle dictionary = Handle::parse(
      "<< /Type /Font /Subtype /CIDFontType2 /CIDToGIDMap /Identity /DW 500"
      " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>");
  dictionary.replaceKey("/BaseFont", Handle::newName(kFontName));
  dictionary.replaceKey("/FontDescriptor", descriptor(store, font));
  dictionary.replaceKey("/W", widths(font));
  return store.document().makeIndirectObject(dictionary);
}

}  // namespace

QPDFObjectHandle font_dictionary(PdfStore& store, const GlyphlessFont& font) {
  Handle dictionary = Handle::parse("<< /Type /Font /Subtype /Type0 /Encoding /Identity-H >>");
  dictionary.replaceKey("/BaseFont", Handle::newName(kFontName));
  Handle descendants = Handle::newArray();
  descendants.appendItem(descendant(store, font));
  dictionary.replaceKey("/DescendantFonts", descendants);
  dictionary.replaceKey(
      "/ToUnicode", store.deflated_stream(Handle::newDictionary(), as_bytes(font.to_unicode())));
  return dictionary;
}

}  // namespace sohoa
