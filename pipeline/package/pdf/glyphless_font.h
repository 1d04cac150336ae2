#pragma once

#include <map>
#include <string>
#include <vector>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// A font that draws nothing: it carries the characters of invisible text with Times-like widths,
/// so that a viewer's selection fits the scan. It holds only characters that were asked for, in the
/// order they were. A method in common use (Tesseract's pdf.ttf, OCRmyPDF's Occulta).
class GlyphlessFont {
 public:
  /// The two-byte code of a character, from 1; 0 for one that cannot stand in a PDF/A's text
  /// (controls, U+FEFF, non-characters) or beyond the 65,534th.
  int code_for(char32_t character);
  /// In thousandths of the size.
  int width_of(char32_t character) const;

  bool empty() const { return characters_.empty(); }
  /// Of code 1, 2, ….
  std::vector<int> widths() const;
  /// A TrueType font program: head hhea maxp hmtx loca glyf cmap post.
  Bytes program() const;
  /// The ToUnicode CMap: bfchar only, at most 100 a block, as PDF/A-2u's checkers want it.
  std::string to_unicode() const;

 private:
  std::map<char32_t, int> codes_;
  std::vector<char32_t> characters_;
};

}  // namespace sohoa
