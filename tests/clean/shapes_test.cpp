#include "pipeline/clean/shapes.h"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

namespace sohoa::test {
namespace {

cv::Mat random_page(const cv::Size& size, int ink_percent) {
  cv::Mat page(size, CV_8UC1);
  cv::RNG random(11);
  for (int y = 0; y < page.rows; ++y) {
    for (int x = 0; x < page.cols; ++x) {
      page.at<std::uint8_t>(y, x) = random.uniform(0, 100) < ink_percent ? 0 : 255;
    }
  }
  return page;
}

TEST(Shapes, AreTheConnectedComponentsOfPixels) {
  cv::setNumThreads(1);  // as clean_page has it; the thread sanitizer does not see OpenCV's locks
  for (const int ink_percent : {3, 20, 40, 70}) {
    const cv::Mat page = random_page({123, 71}, ink_percent);
    std::vector<ShapeRun> runs = find_runs(page, 128);
    const std::vector<InkShape> shapes = connect(runs);
    cv::Mat labels, stats, centres;
    const int count = cv::connectedComponentsWithStats(page < 128, labels, stats, centres);
    ASSERT_EQ(static_cast<int>(shapes.size()), count - 1);
    for (const ShapeRun& run : runs) {
      const int* s = stats.ptr<int>(labels.at<int>(run.y, run.x0));
      const InkShape& shape = shapes[run.shape];
      EXPECT_EQ(shape.box, cv::Rect(s[cv::CC_STAT_LEFT], s[cv::CC_STAT_TOP], s[cv::CC_STAT_WIDTH],
                                    s[cv::CC_STAT_HEIGHT]));
      EXPECT_EQ(shape.pixels, s[cv::CC_STAT_AREA]);
    }
  }
}

TEST(Shapes, GapsAreBridgedUpToTheirLimit) {
  cv::Mat page(7, 20, CV_8UC1, cv::Scalar(255));
  page(cv::Rect(2, 1, 3, 1)).setTo(0);
  page(cv::Rect(7, 1, 3, 1)).setTo(0);  // two px further right
  page(cv::Rect(4, 4, 4, 1)).setTo(0);  // two rows further down
  std::vector<ShapeRun> runs = find_runs(page, 128);
  EXPECT_EQ(bridge_gaps(runs, 1).size(), 3U);
  const std::vector<ShapeRun> bridged = bridge_gaps(runs, 2);
  ASSERT_EQ(bridged.size(), 2U);
  EXPECT_EQ(bridged[0].pixels, 6);
  EXPECT_EQ(connect(runs, 1).size(), 3U);
  EXPECT_EQ(connect(runs, 2).size(), 1U);
}

TEST(Shapes, RunsOfAPlaceAreThoseThatReachIntoIt) {
  const cv::Mat page = random_page({90, 40}, 30);
  const std::vector<ShapeRun> runs = find_runs(page, 128);
  const RunsByRow rows(runs, page.rows);
  for (int y = -1; y <= page.rows; ++y) {
    std::size_t expected = 0;
    for (const ShapeRun& run : runs) expected += run.y == y && run.x1 > 20 && run.x0 < 33 ? 1 : 0;
    EXPECT_EQ(rows.between(y, 20, 33).size(), expected);
  }
}

}  // namespace
}  // namespace sohoa::test
