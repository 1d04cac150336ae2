#include "pipeline/package/pdf/pdf_font.h"

#include <algorithm>

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

/// A bit a code, from .notdef on: ISO 19005-1, 6.3.5 wants it of a subset.
Bytes code_set(std::size_t code_count) {
  Bytes bits((code_count + 7) / 8, 0);
  for (std::size_t code = 0; code < code_count; ++code) {
    bits[code / 8] |= static_cast<std::uint8_t>(0x80 >> code % 8);
  }
  return bits;
}

Handle descriptor(PdfStore& store, const GlyphlessFont& font) {
  Handle dictionary = Handle::parse(
      "<< /Type /FontDescriptor /Flags 4 /FontBBox [0 -216 1000 891] /ItalicAngle 0 /Ascent 891"
      " /Descent -216 /CapHeight 662 /StemV 80 >>");
  dictionary.replaceKey("/FontName", Handle::newName(kFontName));
  dictionary.replaceKey("/FontFile2", embedded_program(store, font));
  if (store.version() == PdfVersion::k14) {
    dictionary.replaceKey("/CIDSet", store.deflated_stream(Handle::newDictionary(),
                                                           code_set(font.widths().size() + 1)));
  }
  return store.document().makeIndirectObject(dictionary);
}

Handle widths(const GlyphlessFont& font) {
  constexpr std::size_t kRunMax = 8000;  // ISO 19005-1, 6.1.12 has no array of more than 8191
  const std::vector<int> all = font.widths();
  Handle array = Handle::newArray();
  for (std::size_t first = 0; first < all.size(); first += kRunMax) {
    Handle run = Handle::newArray();
    const std::size_t end = std::min(all.size(), first + kRunMax);
    for (std::size_t i = first; i < end; ++i) run.appendItem(Handle::newInteger(all[i]));
    array.appendItem(Handle::newInteger(static_cast<long long>(first + 1)));
    array.appendItem(run);
  }
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
