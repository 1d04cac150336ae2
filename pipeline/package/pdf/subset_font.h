#pragma once

#include <map>
#include <string>
#include <string_view>

namespace sohoa {

/// Liberation Serif, whose widths are those of Times New Roman, cut down by HarfBuzz to the letters
/// that are drawn. What a Type0 font of PDF needs of it (ISO 32000-1, 9.7).
class SubsetFont {
 public:
  /// Throws Error: kDependency without the font, kUsage for a character that it lacks.
  explicit SubsetFont(const std::u32string& characters);

  /// In thousandths of the size.
  double width_of(std::u32string_view text) const;
  /// The text as a string of two-byte codes, `<00010002>`.
  std::string codes_of(std::u32string_view text) const;

  /// `/ABCDEF+LiberationSerif`: six capitals that differ from subset to subset (9.6.4).
  std::string name() const;
  /// What stands in the array /W.
  std::string widths() const;
  /// The ToUnicode CMap.
  std::string to_unicode() const;
  const std::string& program() const { return program_; }  // TrueType
  unsigned glyph_count() const { return glyph_count_; }

  /// The entries of the font descriptor that are the same for every subset.
  static constexpr char kDescription[] =
      "/Type /FontDescriptor /Flags 4 /FontBBox [-543 -303 1277 981] /ItalicAngle 0 /Ascent 891"
      " /Descent -216 /CapHeight 662 /StemV 80";
  static constexpr char kDescendant[] =
      "/Type /Font /Subtype /CIDFontType2 /CIDToGIDMap /Identity /CIDSystemInfo"
      " << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 0";

 private:
  struct Glyph {
    unsigned code = 0;
    double width = 0;
  };

  std::map<char32_t, Glyph> glyphs_;
  std::string program_;
  unsigned glyph_count_ = 0;
};

}  // namespace sohoa
