#pragma once

#include <map>
#include <string>
#include <string_view>

#include "pipeline/package/sign/incremental_update.h"

namespace sohoa {

/// Liberation Serif, whose widths are those of Times New Roman, cut down by HarfBuzz to the letters
/// that a visible signature shows.
class BlockFont {
 public:
  /// Throws Error: kDependency without the font, kUsage for a character that it lacks.
  explicit BlockFont(const std::u32string& characters);

  /// In thousandths of the size.
  double width_of(std::u32string_view text) const;
  /// The text as a string of two-byte codes, `<00010002>`.
  std::string codes_of(std::u32string_view text) const;
  /// Puts a Type0 font with all it refers to (ISO 32000-1, 9.7).
  QPDFObjGen put_into(IncrementalUpdate& update) const;

 private:
  struct Glyph {
    unsigned code = 0;
    double width = 0;
  };

  std::string to_unicode() const;
  std::string widths() const;

  std::map<char32_t, Glyph> glyphs_;
  std::string program_;  // TrueType
  unsigned glyph_count_ = 0;
};

}  // namespace sohoa
