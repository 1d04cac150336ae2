#include "tests/understand/codes/drawn_symbol.h"

#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <numbers>

namespace sohoa::test {

namespace {

constexpr double kMmPerInch = 25.4;
constexpr int kSamples = 3;  // a side of a px
constexpr int kInk = 25;

ZXing::BarcodeFormat format_of(CodeKind kind) {
  switch (kind) {
    case CodeKind::kCode39:
      return ZXing::BarcodeFormat::Code39;
    case CodeKind::kCode128:
      return ZXing::BarcodeFormat::Code128;
    case CodeKind::kDataMatrix:
      return ZXing::BarcodeFormat::DataMatrix;
    case CodeKind::kPdf417:
      return ZXing::BarcodeFormat::PDF417;
    case CodeKind::kAztec:
      return ZXing::BarcodeFormat::Aztec;
    default:
      return ZXing::BarcodeFormat::QRCode;
  }
}

}  // namespace

Image white_sheet(double width_mm, double height_mm, double dpi) {
  Image sheet{static_cast<int>(width_mm / kMmPerInch * dpi),
              static_cast<int>(height_mm / kMmPerInch * dpi),
              1,
              {}};
  sheet.data.assign(static_cast<std::size_t>(sheet.width) * sheet.height, 250);
  return sheet;
}

void draw(Image& sheet, double dpi, const DrawnSymbol& symbol) {
  const ZXing::BitMatrix modules = ZXing::MultiFormatWriter(format_of(symbol.kind))
                                       .setMargin(0)
                                       .setEncoding(ZXing::CharacterSet::UTF8)
                                       .encode(symbol.text, 1, 1);
  const double mm = kMmPerInch / dpi, turn = symbol.degrees * std::numbers::pi / 180;
  const auto ink_at = [&](double x_px, double y_px) {
    const double x = x_px * mm - symbol.middle.x, y = y_px * mm - symbol.middle.y;
    const double u = (std::cos(turn) * x + std::sin(turn) * y) / symbol.width + 0.5;
    const double v = (-std::sin(turn) * x + std::cos(turn) * y) / symbol.height + 0.5;
    if (u < 0 || v < 0 || u >= 1 || v >= 1) return false;
    return modules.get(static_cast<int>(u * modules.width()),
                       static_cast<int>(v * modules.height()));
  };
  for (int y = 0; y < sheet.height; ++y) {
    for (int x = 0; x < sheet.width; ++x) {
      int ink = 0;
      for (int i = 0; i < kSamples * kSamples; ++i) {
        ink += ink_at(x + (i % kSamples + 0.5) / kSamples, y + (i / kSamples + 0.5) / kSamples);
      }
      std::uint8_t& px = sheet.row(y)[x];
      px = static_cast<std::uint8_t>(px + (kInk - px) * ink / (kSamples * kSamples));
    }
  }
}

}  // namespace sohoa::test
