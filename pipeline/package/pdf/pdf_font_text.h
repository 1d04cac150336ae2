#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <string>

#include "pipeline/package/pdf/pdf_cmap.h"

namespace sohoa {

/// Turns the bytes that a font shows into text: by its ToUnicode map; without one, of a simple
/// font, as Latin-1.
class PdfFontText {
 public:
  explicit PdfFontText(QPDFObjectHandle font);

  struct Shown {
    std::string text;  // UTF-8
    int unmapped = 0;  // codes without text
  };
  Shown text_of(const std::string& bytes) const;

 private:
  UnicodeMap map_;
  bool composite_ = false;
};

}  // namespace sohoa
