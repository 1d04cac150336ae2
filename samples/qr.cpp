#include "samples/qr.h"

#include <qrencode.h>

#include "pipeline/base/error.h"

namespace sohoa {

void draw_qr(Sheet& sheet, Point corner, double size_mm, const std::string& text) {
  constexpr int kQuietModules = 3;
  QRcode* code = QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M);
  if (code == nullptr) {
    throw Error(ExitCode::kInput, "QR code", "its text is too long", "shorten it");
  }
  const double module = size_mm / (code->width + 2 * kQuietModules);
  const Point origin{corner.x + kQuietModules * module, corner.y + kQuietModules * module};
  for (int y = 0; y < code->width; ++y) {
    for (int x = 0; x < code->width; ++x) {
      if ((code->data[y * code->width + x] & 1) == 0) continue;
      const double left = origin.x + x * module, top = origin.y + y * module;
      // A hair of overlap, or the seams between modules show.
      sheet.fill({left, top, left + module * 1.02, top + module * 1.02}, kToner);
    }
  }
  const double side = code->width * module;
  QRcode_free(code);
  sheet.truth().marks.push_back(
      {TruthMarkKind::kQr, {origin.x, origin.y, origin.x + side, origin.y + side}, text});
}

}  // namespace sohoa
