#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include "tests/clean/drawn_page.h"

namespace sohoa::test {
namespace {

cv::Mat cleaned_of(const ScannedPage& scan, const std::vector<std::string>& steps) {
  return pixels_of(clean_page(scan, only(steps))).clone();
}

int ink_in(const cv::Mat& grey, const cv::Rect& where) {
  return cv::countNonZero(grey(where) < 128);
}

TEST(Specks, GoAndDotsOfLettersAndDottedLinesStay) {
  DrawnPage page;
  page.write_line(30, 60, "ngay");
  const cv::Point below(page.px(32), page.px(61.2));  // a dot below is three px wide at 200 dpi
  cv::rectangle(page.sheet(), {below.x, below.y, 3, 3}, cv::Scalar::all(0), cv::FILLED);
  for (int i = 0; i < 40; ++i) {
    cv::rectangle(page.sheet(), {page.px(30 + i * 1.2), page.px(80), 2, 2}, cv::Scalar::all(0),
                  cv::FILLED);
  }
  const cv::Mat before = cleaned_of(page.bilevel_scan(), {});
  const cv::Rect specks[] = {{page.px(100), page.px(120), 2, 2},
                             {page.px(20), page.px(200), 3, 3},
                             {page.px(180), page.px(33), 1, 1}};
  for (const cv::Rect& speck : specks) {
    cv::rectangle(page.sheet(), speck, cv::Scalar::all(0), cv::FILLED);
  }
  const cv::Mat after = cleaned_of(page.bilevel_scan(), {"specks"});
  EXPECT_EQ(cv::countNonZero(before != after), 0);
}

TEST(FeederLines, GoAndTheTextTheyCrossStays) {
  for (const int turns : {0, 1}) {
    DrawnPage page;
    page.write_paragraphs(25);
    const cv::Mat wanted = cleaned_of(turned(page.bilevel_scan(), turns), {});
    for (int y = 0; y < page.sheet().rows; ++y) {
      if (y / 40 % 9 == 4) continue;  // such lines have gaps
      const int x = page.px(120) + y / 400;
      page.sheet()(cv::Rect(x, y, 2, 1)) = cv::Scalar::all(0);
    }
    const cv::Mat after = cleaned_of(turned(page.bilevel_scan(), turns), {"feeder-lines"});
    const int line = page.sheet().rows * 2;
    const int lost = cv::countNonZero((wanted < 128) & (after >= 128));
    const int left = cv::countNonZero((wanted >= 128) & (after < 128));
    EXPECT_LT(left, line / 20);
    EXPECT_LT(lost, line / 20);
  }
}

TEST(FeederLines, AreFoundThoughFaintAndOnePixelWide) {
  for (const int place : {120, 121, 122, 123}) {
    DrawnPage page(300);
    page.write_paragraphs(10);
    page.sheet().col(place) = cv::Scalar::all(165);
    const cv::Mat after = cleaned_of(page.grey_scan(), {"feeder-lines"});
    EXPECT_LT(cv::countNonZero(after.col(place) < 200), 5) << place;
  }
}

TEST(FeederLines, AWideFaintStreakCostsNoText) {
  DrawnPage page(300);
  page.write_paragraphs(25);
  const cv::Mat wanted = cleaned_of(page.grey_scan(), {});
  cv::Mat streak = page.sheet()(cv::Rect(page.px(100), 0, 3, page.sheet().rows));
  cv::min(streak, cv::Scalar::all(215), streak);
  const cv::Mat after = cleaned_of(page.grey_scan(), {"feeder-lines"});
  EXPECT_EQ(cv::countNonZero((wanted < 128) & (after >= 128)), 0);
}

TEST(FeederLines, RulesOfATableStay) {
  DrawnPage page;
  page.write_paragraphs(4);
  for (int i = 0; i < 8; ++i) {
    cv::line(page.sheet(), {page.px(30), page.px(80 + 10 * i)},
             {page.px(190), page.px(80 + 10 * i)}, cv::Scalar::all(0), 2);
  }
  const ScannedPage scan = page.bilevel_scan();
  EXPECT_EQ(clean_page(scan, only({"feeder-lines"})).pixels.data, scan.pixels.data);
}

TEST(Borders, BlackEdgesAndPunchHolesGoAndTextAtTheEdgeStays) {
  DrawnPage page;
  page.write_paragraphs(20);
  const cv::Mat wanted = cleaned_of(page.grey_scan(), {});
  const std::vector<cv::Point> wedge = {{0, 0}, {page.px(7), 0}, {0, page.sheet().rows}};
  cv::fillPoly(page.sheet(), std::vector<std::vector<cv::Point>>{wedge}, cv::Scalar::all(20));
  cv::rectangle(page.sheet(), {0, page.sheet().rows - page.px(5), page.sheet().cols, page.px(5)},
                cv::Scalar::all(30), cv::FILLED);
  cv::circle(page.sheet(), {page.px(12), page.px(108)}, page.px(3), cv::Scalar::all(25), -1);
  const cv::Mat after = cleaned_of(page.grey_scan(), {"borders"});
  const int lost = cv::countNonZero((wanted < 128) & (after >= 128));
  const int left = cv::countNonZero((wanted >= 128) & (after < 128));
  EXPECT_EQ(lost, 0);
  EXPECT_LT(left, page.px(1) * page.px(25));  // the thin end of the wedge
}

TEST(Background, ShadeAndYellowPaperBecomeWhite) {
  DrawnPage page;
  page.write_paragraphs(25);
  cv::Mat shade(page.sheet().size(), CV_8UC3);
  for (int x = 0; x < shade.cols; ++x) {
    const double dark = 1 - 0.45 * x / shade.cols;
    shade.col(x).setTo(cv::Scalar(250, 240, 205) * dark);
  }
  cv::multiply(page.sheet(), shade, page.sheet(), 1 / 255.0);
  const cv::Mat after = cleaned_of(page.scan(), {"background"});
  const cv::Rect bare(page.px(5), page.px(230), page.px(200), page.px(50));
  double darkest = 0;
  cv::minMaxLoc(after(bare), &darkest);
  EXPECT_GT(darkest, 245);
  EXPECT_GT(ink_in(after, {{}, after.size()}), 1000);
}

TEST(Smooth, OnlyTwoLevelScansAreTouched) {
  DrawnPage page;
  page.write_paragraphs(5);
  const ScannedPage grey = page.grey_scan();
  EXPECT_EQ(clean_page(grey, only({"smooth"})).pixels.data, grey.pixels.data);
  const ScannedPage bilevel = page.bilevel_scan();
  EXPECT_NE(clean_page(bilevel, only({"smooth"})).pixels.data, bilevel.pixels.data);
}

}  // namespace
}  // namespace sohoa::test
