#include "pipeline/package/pdf/pdf_font_text.h"

#include "pipeline/base/text.h"
#include "pipeline/package/pdf/pdf_stream_data.h"

namespace sohoa {

namespace {

constexpr std::size_t kMapBytesMax = 8u << 20;

/// UTF-16 to code points; a lone surrogate becomes U+FFFD.
std::u32string code_points_of(const std::u16string& text) {
  std::u32string points;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t unit = text[i];
    const bool high = unit >= 0xD800 && unit < 0xDC00;
    if (high && i + 1 < text.size() && text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000) {
      points += static_cast<char32_t>(0x10000 + ((unit - 0xD800) << 10) + (text[++i] - 0xDC00));
    } else {
      points += unit >= 0xD800 && unit < 0xE000 ? 0xFFFD : unit;
    }
  }
  return points;
}

}  // namespace

PdfFontText::PdfFontText(QPDFObjectHandle font) {
  if (!font.isDictionary()) return;
  composite_ = font.getKey("/Subtype").isNameAndEquals("/Type0");
  QPDFObjectHandle to_unicode = font.getKey("/ToUnicode");
  if (to_unicode.isStream()) {
    map_ = unicode_map(decoded_data(to_unicode, kMapBytesMax), LongRanges::kMapped);
  }
}

PdfFontText::Shown PdfFontText::text_of(const std::string& bytes) const {
  Shown shown;
  std::u32string points;
  const std::size_t step = composite_ ? 2 : 1;
  for (std::size_t i = 0; i + step <= bytes.size(); i += step) {
    unsigned code = static_cast<unsigned char>(bytes[i]);
    if (composite_) code = code << 8 | static_cast<unsigned char>(bytes[i + 1]);
    const auto found = map_.find(code);
    if (found != map_.end()) {
      points += code_points_of(found->second);
    } else if (!composite_ && map_.empty()) {
      points += static_cast<char32_t>(code);
    } else {
      ++shown.unmapped;
    }
  }
  shown.text = to_utf8(points);
  return shown;
}

}  // namespace sohoa
