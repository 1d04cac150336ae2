#include "samples/qr.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/process.h"
#include "pipeline/base/temporary_folder.h"
#include "samples/encode.h"
#include "samples/papers.h"

namespace sohoa {

namespace {

/// The part of the image around the box.
Image cut_out(const Image& image, const Box& box) {
  constexpr int kMarginPx = 30;
  const int left = std::max(0, static_cast<int>(box.left) - kMarginPx);
  const int top = std::max(0, static_cast<int>(box.top) - kMarginPx);
  const int right = std::min(image.width, static_cast<int>(box.right) + kMarginPx);
  const int bottom = std::min(image.height, static_cast<int>(box.bottom) + kMarginPx);
  Image part{right - left, bottom - top, image.channels, {}};
  for (int y = top; y < bottom; ++y) {
    const std::uint8_t* row = image.row(y);
    part.data.insert(part.data.end(), row + left * image.channels, row + right * image.channels);
  }
  return part;
}

TruthMark qr_in(const PageTruth& truth) {
  for (const TruthMark& mark : truth.marks) {
    if (mark.kind == TruthMarkKind::kQr) return mark;
  }
  return {};
}

}  // namespace

TEST(Qr, CodesOnWornPapersReadAsTheTruthSays) {
  if (find_program("zbarimg").empty()) GTEST_SKIP() << "needs zbarimg; install zbar-tools";
  const TemporaryFolder folder;
  const std::string picture = folder.path() / "code.png";
  for (const char* name : {"giay-tiep-nhan", "can-cuoc", "giay-chung-nhan-qsdd"}) {
    const PaperKind& kind = paper_kind(name);
    Pad pad(8);
    Random random(8, kind.name);
    kind.draw(pad, some_case(8), random);
    Random wear_random(8);
    const Wear wear = wear_kind("clean").draw(wear_random);
    const Scan scan = scan_sheet(*pad.sheets()[0], nullptr, wear, 8);
    const TruthMark code = qr_in(scan.truth);
    write_file(picture, png_of(cut_out(scan.pixels, code.box), scan.wear.dpi));
    const auto read =
        run_process({"zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture}, {});
    EXPECT_EQ(read.output, code.text + "\n") << name;
  }
}

}  // namespace sohoa
