#include "pipeline/package/overlay/overlay.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/digest.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/process.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/package/overlay/overlay_pictures.h"
#include "pipeline/package/package.h"
#include "tests/package/package_specimen.h"
#include "tests/support/specimens.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

constexpr Box kInk{120, 60, 200, 90};  // scan px

/// A white scan with a black bar at kInk, on a page of 144 × 216 points.
ScannedPage scan_with_bar(Resolution dpi, const Matrix& placement) {
  ScannedPage page = test::specimen_scan(1, 0);
  const int width = static_cast<int>(placement.a / 72 * dpi.x);
  const int height = static_cast<int>(placement.d / 72 * dpi.y);
  page.pixels = {width, height, 1, Bytes(static_cast<std::size_t>(width * height), 255)};
  for (int y = static_cast<int>(kInk.top); y < static_cast<int>(kInk.bottom); ++y) {
    std::fill_n(page.pixels.row(y) + static_cast<int>(kInk.left), kInk.width(), 0);
  }
  page.dpi = dpi;
  page.size = {144, 216};
  page.placement = placement;
  page.pixels_to_points = {placement.a / width,   0,           0,
                           -placement.d / height, placement.e, placement.f + placement.d};
  page.master.bytes = test::zlib_of(page.pixels.data);
  page.master.width = width;
  page.master.height = height;
  page.master.sha256 = sha256_of(page.master.bytes);
  return page;
}

struct Shown {
  int quarter_turns = 0;
  double skew_degrees = 0;
  bool deskew = false;
};

/// A record of one page whose bar is a field.
void write_record(const fs::path& path, const ScannedPage& page, const Shown& shown) {
  Record record = test::specimen_record();
  record.dossier = {};
  record.dossier.name = "Hồ sơ mẫu";
  record.settings = {{"deskew", shown.deskew ? "yes" : "no"}};
  PackageSettings settings;
  settings.pdf.deskew = shown.deskew;
  settings.job.program_version = record.program_version;
  PageAccount account = test::specimen_account(1, page);
  account.quarter_turns = shown.quarter_turns;
  account.quality.skew_degrees = shown.skew_degrees;
  TextPage text;
  text.quarter_turns = shown.quarter_turns;
  text.skew_degrees = shown.skew_degrees;
  text.width = page.pixels.width;
  text.height = page.pixels.height;
  if (shown.quarter_turns % 2 != 0) std::swap(text.width, text.height);
  Paper paper;
  paper.name = "to-khai";
  paper.pages = {1};
  Field field;
  field.name = "so";
  field.value = "1";
  field.page = 1;
  field.box =
      quarter_turn_matrix(shown.quarter_turns, page.pixels.width, page.pixels.height) * kInk;
  paper.fields = {field};
  PackageBuilder builder(settings);
  builder.begin_paper(paper);
  builder.add_page(account, page, text);
  record.dossier.papers = {paper};
  record.dossier.pages = {account};
  builder.finish(std::move(record), path);
}

void write_overlay_file(const fs::path& record, const fs::path& pdf) {
  AtomicFile file(pdf);
  write_overlay(RecordSource(record), {}, [&](ByteView bytes) { file.write(bytes); });
  file.commit();
}

/// Where black and green lie on the drawn page, in points.
struct Found {
  Box black, green;
};

Found find_colours(const fs::path& pdf) {
  const ProcessResult drawn = run_process({"pdftoppm", "-r", "144", pdf.string()}, {});
  int width = 0, height = 0, taken = 0;
  if (std::sscanf(drawn.output.c_str(), "P6 %d %d 255%n", &width, &height, &taken) < 2) return {};
  Found found;
  const auto* pixel = reinterpret_cast<const unsigned char*>(drawn.output.data()) + taken + 1;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x, pixel += 3) {
      const Box here{x / 2.0, y / 2.0, (x + 1) / 2.0, (y + 1) / 2.0};
      const int most = std::max({pixel[0], pixel[1], pixel[2]});
      const bool green = pixel[1] > pixel[0] + 60 && pixel[1] > pixel[2] + 30 && pixel[0] < 120;
      // The label lies above; its place is another test's.
      if (green) found.green = bounds(found.green, here);
      if (most < 60) found.black = bounds(found.black, here);
    }
  }
  return found;
}

class RecordOverlay : public testing::Test {
 protected:
  fs::path path(const std::string& name) const { return folder_.path() / name; }

  /// The frame goes around the bar, wherever that is shown; the label makes it higher.
  void expect_frame_around_bar(const ScannedPage& page, const Shown& shown) {
    write_record(path("record.zip"), page, shown);
    write_overlay_file(path("record.zip"), path("overlay.pdf"));
    const Found found = find_colours(path("overlay.pdf"));
    ASSERT_FALSE(found.black.empty());
    ASSERT_FALSE(found.green.empty());
    constexpr double kNear = 1.6;  // points
    EXPECT_NEAR(found.green.left, found.black.left, kNear);
    EXPECT_NEAR(found.green.bottom, found.black.bottom, kNear);
    EXPECT_GT(found.green.right, found.black.right - kNear);
    EXPECT_LT(found.green.top, found.black.top);
  }

  TemporaryFolder folder_;
};

constexpr Matrix kWholePage{144, 0, 0, 216, 0, 0};

TEST_F(RecordOverlay, FramesAFieldWhereItStands) {
  expect_frame_around_bar(scan_with_bar({150, 150}, kWholePage), {});
}

TEST_F(RecordOverlay, FramesAFieldOfAPageThatWasTurned) {
  for (const int turns : {1, 2, 3}) {
    SCOPED_TRACE(turns);
    expect_frame_around_bar(scan_with_bar({150, 150}, kWholePage), {turns, 0, false});
  }
}

TEST_F(RecordOverlay, FramesAFieldOfAFaxOfOtherPixels) {
  expect_frame_around_bar(scan_with_bar({200, 100}, kWholePage), {});
  expect_frame_around_bar(scan_with_bar({200, 100}, kWholePage), {1, 0, false});
}

TEST_F(RecordOverlay, FramesAFieldOfAPageThatIsShownStraightened) {
  expect_frame_around_bar(scan_with_bar({150, 150}, kWholePage), {0, 4, true});
  expect_frame_around_bar(scan_with_bar({150, 150}, kWholePage), {1, -4, true});
  expect_frame_around_bar(scan_with_bar({150, 150}, kWholePage), {0, 4, false});
}

TEST_F(RecordOverlay, FramesAFieldOfAScanThatIsSmallerThanItsPage) {
  // Half as wide and high, in the middle.
  expect_frame_around_bar(scan_with_bar({300, 300}, {72, 0, 0, 108, 36, 54}), {});
  expect_frame_around_bar(scan_with_bar({300, 300}, {72, 0, 0, 108, 36, 54}), {3, 0, false});
}

TEST_F(RecordOverlay, HasThePagesOfAllPapers) {
  test::build_specimen_package(path("record.zip"));
  write_overlay_file(path("record.zip"), path("overlay.pdf"));
  int pages = 0;
  draw_overlay_pictures(path("overlay.pdf"), 3, [&](ByteView png) {
    EXPECT_EQ(as_text(png).substr(1, 3), "PNG");
    ++pages;
  });
  EXPECT_EQ(pages, 3);
  EXPECT_THROW(draw_overlay_pictures(path("overlay.pdf"), 4, [](ByteView) {}), Error);
}

TEST_F(RecordOverlay, OfTheSameRecordHasTheSameBytes) {
  test::build_specimen_package(path("record.zip"));
  write_overlay_file(path("record.zip"), path("1.pdf"));
  write_overlay_file(path("record.zip"), path("2.pdf"));
  EXPECT_EQ(read_file(path("1.pdf")), read_file(path("2.pdf")));
}

}  // namespace
}  // namespace sohoa
