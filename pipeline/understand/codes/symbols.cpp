#include "pipeline/understand/codes/symbols.h"

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include "pipeline/base/text.h"

namespace sohoa {

namespace {

using Format = ZXing::BarcodeFormat;

struct KindRow {
  Format format;
  CodeKind kind;
};

// What papers of offices bear. Others (ITF, EAN, Codabar) are read into patterns and print.
constexpr KindRow kKinds[] = {
    {Format::QRCode, CodeKind::kQr},       {Format::Code39, CodeKind::kCode39},
    {Format::Code128, CodeKind::kCode128}, {Format::DataMatrix, CodeKind::kDataMatrix},
    {Format::PDF417, CodeKind::kPdf417},   {Format::Aztec, CodeKind::kAztec}};

/// Pages are looked at in pieces, so the pieces need not be reduced.
ZXing::DecodeHints hints(ZXing::BarcodeFormats among) {
  ZXing::BarcodeFormats formats;
  for (const KindRow& row : kKinds) {
    if (among.testFlag(row.format)) formats |= row.format;
  }
  return ZXing::DecodeHints().setFormats(formats).setTryDownscale(false);
}

CodeKind kind_of(Format format) {
  for (const KindRow& row : kKinds) {
    if (row.format == format) return row.kind;
  }
  return CodeKind::kOther;
}

std::string text_of(const ZXing::Result& result) {
  const ZXing::ByteArray& bytes = result.bytes();
  std::string said(bytes.begin(), bytes.end());
  if (!result.hasECI() && is_utf8(said)) return said;
  said = result.text();
  return is_utf8(said) ? said : "";
}

Point point_of(const ZXing::PointI& point) {
  return {static_cast<double>(point.x), static_cast<double>(point.y)};
}

}  // namespace

std::vector<Symbol> symbols_in(const Image& grey) {
  const ZXing::ImageView view(grey.data.data(), grey.width, grey.height, ZXing::ImageFormat::Lum);
  ZXing::Results results = ZXing::ReadBarcodes(view, hints(Format::MatrixCodes));
  // Version 1.4 ends the program (an assertion) when it compares two barcodes of the same text.
  results.push_back(ZXing::ReadBarcode(view, hints(Format::LinearCodes)));
  std::vector<Symbol> symbols;
  for (const ZXing::Result& result : results) {
    if (!result.isValid()) continue;
    Symbol symbol{kind_of(result.format()), text_of(result), {}};
    for (std::size_t i = 0; i < symbol.corners.size(); ++i) {
      symbol.corners[i] = point_of(result.position()[static_cast<int>(i)]);
    }
    if (!symbol.text.empty()) symbols.push_back(std::move(symbol));
  }
  return symbols;
}

}  // namespace sohoa
