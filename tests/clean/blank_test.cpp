#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include "tests/clean/drawn_page.h"

namespace sohoa::test {
namespace {

bool is_blank(const ScannedPage& scan) { return clean_page(scan, {}).quality.blank; }

void add_dust(DrawnPage& page) {
  cv::RNG random(7);
  for (int i = 0; i < 200; ++i) {
    const cv::Point where(random.uniform(0, page.sheet().cols),
                          random.uniform(0, page.sheet().rows));
    cv::circle(page.sheet(), where, random.uniform(0, 3), cv::Scalar::all(60), -1);
  }
}

TEST(Blank, PaperWithDustHolesAndDarkEdgesIs) {
  DrawnPage page;
  page.sheet().setTo(cv::Scalar(244, 242, 236));
  add_dust(page);
  cv::circle(page.sheet(), {page.px(12), page.px(108)}, page.px(3), cv::Scalar::all(25), -1);
  cv::circle(page.sheet(), {page.px(12), page.px(188)}, page.px(3), cv::Scalar::all(25), -1);
  cv::rectangle(page.sheet(), {0, 0, page.px(4), page.sheet().rows}, cv::Scalar::all(20),
                cv::FILLED);
  EXPECT_TRUE(is_blank(page.scan()));
  EXPECT_TRUE(is_blank(page.grey_scan()));
}

TEST(Blank, PaperThroughWhichTheOtherSideShinesIs) {
  DrawnPage page;
  page.write_paragraphs(30, cv::Scalar::all(212));
  cv::flip(page.sheet(), page.sheet(), 1);
  cv::GaussianBlur(page.sheet(), page.sheet(), {}, 1.5);
  EXPECT_TRUE(is_blank(page.scan()));
}

TEST(Blank, OneLineANumberOrASealIsNot) {
  DrawnPage line;
  line.write_line(30, 100, "Nguoi nhan");
  EXPECT_FALSE(is_blank(line.grey_scan()));
  DrawnPage number;
  number.write_line(105, 15, "2");
  EXPECT_FALSE(is_blank(number.bilevel_scan()));
  DrawnPage seal;
  seal.stamp(150, 200, 17, kRed);
  EXPECT_FALSE(is_blank(seal.scan()));
}

TEST(Blank, PagesHaveNoInkShareAndTextPagesSome) {
  DrawnPage page;
  EXPECT_EQ(clean_page(page.scan(), {}).quality.ink_share, 0);
  page.write_paragraphs(30);
  const double share = clean_page(page.scan(), {}).quality.ink_share;
  EXPECT_GT(share, 0.01);
  EXPECT_LT(share, 0.2);
}

}  // namespace
}  // namespace sohoa::test
