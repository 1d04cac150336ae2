#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include "tests/clean/drawn_page.h"

namespace sohoa::test {
namespace {

DrawnPage text_page(double dpi = 200) {
  DrawnPage page(dpi);
  page.write_paragraphs(28);
  return page;
}

TEST(Quality, OfAGoodScanGivesNoFinding) {
  const CleanPage clean = clean_page(text_page().scan(), {});
  EXPECT_TRUE(clean.findings.empty()) << message_of(clean.findings.front());
  EXPECT_GT(clean.quality.sharpness, 0.9);
  EXPECT_GT(clean.quality.contrast, 0.9);
  EXPECT_EQ(clean.quality.dpi, 200);
}

TEST(Quality, LowResolutionIsMeasuredOnTheCoarserAxis) {
  EXPECT_TRUE(has_finding(clean_page(text_page(120).scan(), {}), "page.resolution-low"));
  ScannedPage fax = text_page().scan();
  fax.dpi = {204, 98};
  const CleanPage clean = clean_page(fax, {});
  EXPECT_EQ(clean.quality.dpi, 98);
  EXPECT_TRUE(has_finding(clean, "page.resolution-low"));
}

TEST(Quality, BlurIsFoundAndLessSharpIsLess) {
  DrawnPage page = text_page();
  double last = 2;
  for (const double sigma : {0.8, 1.6, 2.4, 3.2}) {
    DrawnPage blurred = text_page();
    cv::GaussianBlur(page.sheet(), blurred.sheet(), {}, sigma);
    const CleanPage clean = clean_page(blurred.grey_scan(), {});
    EXPECT_LT(clean.quality.sharpness, last);
    last = clean.quality.sharpness;
    EXPECT_EQ(has_finding(clean, "page.blurred"), sigma > 3);
  }
}

TEST(Quality, FaintInkIsFound) {
  DrawnPage page;
  page.write_paragraphs(28, cv::Scalar::all(205));
  EXPECT_TRUE(has_finding(clean_page(page.grey_scan(), {}), "page.contrast-low"));
}

TEST(Quality, TextThatRunsIntoAnEdgeIsFoundWithItsPlace) {
  const DrawnPage page = text_page();
  const ScannedPage whole = page.grey_scan();
  auto* data = const_cast<std::uint8_t*>(whole.pixels.data.data());
  const cv::Mat view(whole.pixels.height, whole.pixels.width, CV_8UC1, data);
  const cv::Mat cut = view.colRange(0, view.cols / 2).clone();
  const CleanPage clean = clean_page(scan_of(cut, {200, 200}), {});
  EXPECT_TRUE(clean.quality.cut_edge);
  ASSERT_TRUE(has_finding(clean, "page.edge-cut"));
  ASSERT_TRUE(clean.findings[0].where.has_value());
  EXPECT_EQ(clean.findings[0].where->right, cut.cols);
  EXPECT_FALSE(clean_page(whole, {}).quality.cut_edge);
}

}  // namespace
}  // namespace sohoa::test
