#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include "pipeline/clean/gain.h"
#include "pipeline/clean/reduced_copies.h"

namespace sohoa::test {
namespace {

cv::Mat noise(const cv::Size& size, int type) {
  cv::Mat page(size, type);
  cv::RNG random(5);
  random.fill(page, cv::RNG::UNIFORM, 60, 256);
  return page;
}

double largest_difference(const cv::Mat& a, const cv::Mat& b) {
  return cv::norm(a, b, cv::NORM_INF);
}

TEST(ReducedCopies, PixelsAreMeansOfBlocks) {
  for (const int type : {CV_8UC1, CV_8UC3}) {
    for (int divisor = 1; divisor <= 7; ++divisor) {
      const cv::Mat page = noise({12 * divisor, 9 * divisor}, type);
      cv::Mat expected;
      cv::resize(page, expected, {12, 9}, 0, 0, cv::INTER_AREA);
      EXPECT_LE(largest_difference(means_of_blocks(page, divisor), expected), 1);
    }
  }
}

TEST(ReducedCopies, RenewedInAPlaceTheyAreAsMadeAnew) {
  cv::Mat page = noise({101, 67}, CV_8UC1);
  ReducedCopies copies;
  for (const int divisor : {2, 3, 4}) copies.get(page, divisor);
  for (const cv::Rect& place :
       {cv::Rect(13, 22, 9, 5), cv::Rect(96, 60, 5, 7), cv::Rect(0, 0, 1, 1)}) {
    page(place).setTo(0);
    copies.renew(page, place);
  }
  for (const int divisor : {2, 3, 4}) {
    EXPECT_EQ(largest_difference(copies.get(page, divisor), means_of_blocks(page, divisor)), 0);
  }
}

TEST(Gain, BrightensAsADivisionByThePaperDoes) {
  for (const int divisor : {1, 2, 3, 4, 5}) {
    cv::Mat grey = noise({20 * divisor + 1, 14 * divisor + divisor / 2}, CV_8UC1);
    cv::Mat paper(14, 20, CV_8UC1);
    for (int x = 0; x < paper.cols; ++x) paper.col(x).setTo(150 + 5 * x);
    cv::Mat wide, expected;
    cv::resize(paper, wide, {20 * divisor, 14 * divisor}, 0, 0, cv::INTER_LINEAR);
    const cv::Rect covered = cv::Rect({}, wide.size()) & cv::Rect({}, grey.size());
    const cv::Mat before = grey(covered).clone();
    cv::divide(before, wide(covered), expected, 255);
    EXPECT_TRUE(brighten(grey, paper, divisor));
    EXPECT_LE(largest_difference(grey(covered), expected), 2);
  }
}

TEST(Gain, WhitePaperIsNotTouched) {
  cv::Mat grey = noise({31, 22}, CV_8UC1);
  const cv::Mat before = grey.clone();
  EXPECT_FALSE(brighten(grey, cv::Mat(7, 10, CV_8UC1, cv::Scalar(255)), 3));
  EXPECT_EQ(largest_difference(grey, before), 0);
}

}  // namespace
}  // namespace sohoa::test
