#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include "tests/clean/drawn_page.h"

namespace sohoa::test {
namespace {

/// Ink multiplies with what is below it, as on paper.
void print_over(DrawnPage& page, const DrawnPage& layer) {
  cv::Mat product;
  cv::multiply(page.sheet(), const_cast<DrawnPage&>(layer).sheet(), product, 1 / 255.0);
  product.copyTo(page.sheet());
}

DrawnPage text_page() {
  DrawnPage page;
  page.write_paragraphs(20);
  return page;
}

TEST(Inks, RedSealGoesAndTheBlackTextUnderItStays) {
  DrawnPage page = text_page();
  const cv::Mat wanted = pixels_of(clean_page(page.scan(), only({"inks"}))).clone();
  DrawnPage seal;
  seal.stamp(90, 90, 18, kRed);
  print_over(page, seal);
  const CleanPage clean = clean_page(page.scan(), only({"inks"}));

  cv::Mat difference;
  cv::absdiff(pixels_of(clean), wanted, difference);
  EXPECT_LT(cv::countNonZero(difference > 90), 100);  // on edges of letters
  ASSERT_EQ(clean.seals.size(), 1U);
  EXPECT_NEAR(clean.seals[0].centre().x, page.px(90), page.px(2));
  EXPECT_NEAR(clean.seals[0].width(), page.px(36), page.px(8));
}

TEST(Inks, BlueSignatureOverARedSealGoesToo) {
  DrawnPage page = text_page();
  const cv::Mat wanted = pixels_of(clean_page(page.scan(), only({"inks"}))).clone();
  DrawnPage seal;
  seal.stamp(90, 90, 18, kRed);
  print_over(page, seal);
  DrawnPage signature;
  for (int i = 0; i < 5; ++i) {
    cv::line(signature.sheet(), {signature.px(85 + 9 * i), signature.px(110)},
             {signature.px(92 + 9 * i), signature.px(80)}, kBlue, signature.px(0.6), cv::LINE_AA);
    cv::line(signature.sheet(), {signature.px(92 + 9 * i), signature.px(80)},
             {signature.px(94 + 9 * i), signature.px(110)}, kBlue, signature.px(0.6), cv::LINE_AA);
  }
  print_over(page, signature);
  cv::Mat difference;
  cv::absdiff(pixels_of(clean_page(page.scan(), only({"inks"}))), wanted, difference);
  // Where the two inks cross they look black: the rims of such spots may stay.
  EXPECT_LT(cv::countNonZero(difference > 110), page.px(1) * page.px(1) * 8);
}

TEST(Inks, AFewStrayPixelsInASealAreNoSecondInk) {
  DrawnPage page;
  page.write_paragraphs(20,
                        cv::Scalar(40, 40, 60));  // a bluish black, which such an ink would pale
  DrawnPage seal;
  seal.stamp(90, 90, 18, kRed);
  print_over(page, seal);
  const cv::Mat wanted = pixels_of(clean_page(page.scan(), only({"inks"}))).clone();
  const cv::Rect stray(page.px(100), page.px(76), 12, 12);
  page.sheet()(stray).setTo(cv::Scalar(170, 170, 200));
  cv::Mat difference;
  cv::absdiff(pixels_of(clean_page(page.scan(), only({"inks"}))), wanted, difference);
  EXPECT_LT(cv::countNonZero(difference > 8), 4 * stray.area());
}

TEST(Inks, ColouredPrintIsKept) {
  for (const cv::Scalar& colour : {kRed, kBlue}) {
    DrawnPage page;
    page.write_paragraphs(12, colour);
    const CleanPage clean = clean_page(page.scan(), {});
    EXPECT_TRUE(clean.seals.empty());
    const double ink = cv::countNonZero(pixels_of(clean) < 160);
    DrawnPage black;
    black.write_paragraphs(12);
    const double expected = cv::countNonZero(pixels_of(clean_page(black.scan(), {})) < 160);
    EXPECT_GT(ink, 0.7 * expected);
  }
}

TEST(Inks, ARedFrameAroundASealDoesNotTakeTheRedTitleWithIt) {
  DrawnPage page = text_page();
  page.write_line(60, 40, "TITLE", kRed);
  cv::rectangle(page.sheet(), {page.px(8), page.px(8)}, {page.px(202), page.px(289)}, kRed,
                page.px(0.8));
  const cv::Rect title(page.px(58), page.px(30), page.px(60), page.px(14));
  const int ink = cv::countNonZero(pixels_of(clean_page(page.scan(), only({})))(title) < 200);
  page.stamp(150, 240, 18, kRed);
  const CleanPage clean = clean_page(page.scan(), only({"inks"}));
  EXPECT_EQ(clean.seals.size(), 1U);
  EXPECT_EQ(cv::countNonZero(pixels_of(clean)(title) < 200), ink);
}

TEST(Inks, GreyScansHaveNone) {
  DrawnPage page = text_page();
  page.stamp(90, 90, 18, kRed);
  EXPECT_TRUE(clean_page(page.grey_scan(), {}).seals.empty());
}

}  // namespace
}  // namespace sohoa::test
