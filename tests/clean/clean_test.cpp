#include "pipeline/clean/clean.h"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>
#include <set>

#include "pipeline/base/error.h"
#include "tests/clean/drawn_page.h"

namespace sohoa::test {
namespace {

TEST(CleanPage, UnknownStepIsRefusedAndTheKnownOnesAreNamed) {
  CleanSettings settings;
  settings.off = {"ink"};
  try {
    clean_page(DrawnPage().scan(), settings);
    FAIL() << "accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kUsage);
    EXPECT_NE(std::string(error.what()).find("inks"), std::string::npos);
  }
}

TEST(CleanPage, EveryStepHasANameOfItsOwn) {
  const std::vector<std::string> names = clean_step_names();
  EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size());
}

TEST(CleanPage, PageWithoutPixelsIsAnInputError) {
  try {
    clean_page(ScannedPage{}, CleanSettings{});
    FAIL() << "accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kInput);
  }
}

TEST(CleanPage, WithAllStepsOffThePixelsAreTheScans) {
  DrawnPage page;
  page.write_paragraphs(5);
  const ScannedPage scan = page.grey_scan();
  const CleanPage clean = clean_page(scan, only({}));
  EXPECT_EQ(clean.pixels.data, scan.pixels.data);
  EXPECT_EQ(clean.dpi, 200);
}

TEST(CleanPage, SamePageGivesSameBytes) {
  DrawnPage page;
  page.write_paragraphs(20);
  page.stamp(150, 200, 18, kRed);
  page.lean(3);
  const ScannedPage scan = page.scan();
  EXPECT_EQ(clean_page(scan, {}).pixels.data, clean_page(scan, {}).pixels.data);
}

TEST(CleanPage, TinyAndNarrowImagesAreCleanedToo) {
  for (const cv::Size& size :
       {cv::Size(1, 1), cv::Size(3, 2), cv::Size(1, 900), cv::Size(900, 1)}) {
    const cv::Mat pixels(size, CV_8UC3, cv::Scalar::all(200));
    const CleanPage clean = clean_page(scan_of(pixels, {300, 300}), {});
    EXPECT_EQ(clean.upright_width, size.width);
    EXPECT_EQ(clean.upright_height, size.height);
    EXPECT_FALSE(clean.pixels.empty());
  }
}

TEST(CleanPage, IncredibleResolutionDoesNotStopIt) {
  const cv::Mat pixels(300, 200, CV_8UC1, cv::Scalar(255));
  for (const Resolution& dpi : {Resolution{0, 0}, Resolution{-1, 1e9}, Resolution{1e-9, 72}}) {
    EXPECT_FALSE(clean_page(scan_of(pixels, dpi), {}).pixels.empty());
  }
}

Point centre_of_block(const cv::Mat& grey) {
  // The block is the only ink that is thick.
  cv::Mat thick;
  cv::morphologyEx(grey < 128, thick, cv::MORPH_OPEN, cv::Mat::ones(15, 15, CV_8UC1));
  const cv::Moments moments = cv::moments(thick, true);
  return {moments.m10 / moments.m00 + 0.5, moments.m01 / moments.m00 + 0.5};
}

// A block on a page that leans, is turned, and has other dpi down than across.
void expect_block_is_mapped(const ScannedPage& scan) {
  const CleanPage clean = clean_page(scan, {});
  const bool lies = clean.quarter_turns % 2 != 0;
  EXPECT_EQ(clean.upright_width, lies ? scan.pixels.height : scan.pixels.width);
  EXPECT_EQ(clean.upright_height, lies ? scan.pixels.width : scan.pixels.height);
  EXPECT_EQ(clean.upright_dpi.x, lies ? scan.dpi.y : scan.dpi.x);

  auto* data = const_cast<std::uint8_t*>(scan.pixels.data.data());
  const cv::Mat view(scan.pixels.height, scan.pixels.width, CV_8UC1, data);
  cv::Mat square;
  const double finer = std::max(scan.dpi.x, scan.dpi.y);
  cv::resize(view, square, {}, finer / scan.dpi.x, finer / scan.dpi.y, cv::INTER_LINEAR);
  const Point in_square = centre_of_block(square);
  const Point in_scan{in_square.x * scan.dpi.x / finer, in_square.y * scan.dpi.y / finer};
  const Point expected =
      quarter_turn_matrix(clean.quarter_turns, scan.pixels.width, scan.pixels.height) * in_scan;

  const Point mapped = clean.to_upright * centre_of_block(pixels_of(clean));
  EXPECT_NEAR(mapped.x, expected.x, 1.0);
  EXPECT_NEAR(mapped.y, expected.y, 1.0);
}

DrawnPage page_with_block() {
  DrawnPage page;
  page.write_paragraphs(20);
  cv::rectangle(page.sheet(), {page.px(140), page.px(220), page.px(5), page.px(4)},
                cv::Scalar::all(0), cv::FILLED);
  return page;
}

TEST(CleanPage, CleanPixelsMapToUprightPixels) {
  for (const double degrees : {0.0, 4.0, -7.0}) {
    DrawnPage page = page_with_block();
    page.lean(degrees);
    for (int turns = 0; turns < 4; ++turns) {
      SCOPED_TRACE(std::to_string(degrees) + " degrees, turns " + std::to_string(turns));
      expect_block_is_mapped(turned(page.grey_scan(), turns));
    }
  }
}

TEST(CleanPage, FaxPageBecomesSquareAndMapsBack) {
  DrawnPage page = page_with_block();
  page.lean(2);
  const ScannedPage scan = page.grey_scan();
  auto* data = const_cast<std::uint8_t*>(scan.pixels.data.data());
  const cv::Mat view(scan.pixels.height, scan.pixels.width, CV_8UC1, data);
  cv::Mat fax;
  cv::resize(view, fax, {view.cols, view.rows / 2}, 0, 0, cv::INTER_AREA);
  const ScannedPage coarse = scan_of(fax, {200, 100});
  const CleanPage clean = clean_page(coarse, {});
  EXPECT_NEAR(clean.pixels.height, 297 * 200 / 25.4, 120);  // the canvas holds the leaning page
  EXPECT_EQ(clean.dpi, 200);
  expect_block_is_mapped(coarse);
}

}  // namespace
}  // namespace sohoa::test
