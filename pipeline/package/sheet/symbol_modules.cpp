#include "pipeline/package/sheet/symbol_modules.h"

#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <exception>

#include "pipeline/base/error.h"

namespace sohoa {

namespace {

constexpr int kLevelM = 4;  // of ZXing's scale from 0 to 8

SymbolModules modules_of(ZXing::MultiFormatWriter writer, const std::string& text) {
  try {
    // Asked for a picture of one px, it makes the least: one px a module.
    const ZXing::BitMatrix matrix = writer.setMargin(0).encode(text, 1, 1);
    SymbolModules modules{matrix.width(), matrix.height(), {}};
    for (int row = 0; row < modules.rows; ++row) {
      for (int column = 0; column < modules.columns; ++column) {
        modules.dark.push_back(matrix.get(column, row));
      }
    }
    return modules;
  } catch (const std::exception& error) {
    throw Error(ExitCode::kUsage, text, std::string("cannot be a symbol: ") + error.what(),
                "give a shorter or simpler code");
  }
}

}  // namespace

SymbolModules qr_modules(const std::string& text) {
  ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
  writer.setEncoding(ZXing::CharacterSet::UTF8).setEccLevel(kLevelM);
  return modules_of(writer, text);
}

SymbolModules code39_modules(const std::string& text) {
  return modules_of(ZXing::MultiFormatWriter(ZXing::BarcodeFormat::Code39), text);
}

}  // namespace sohoa
