#include "tests/bench/stage_times.h"

#include <gtest/gtest.h>

namespace sohoa::test {
namespace {

TEST(StageTimes, AreMediansOfPagesThatAreMediansOfRuns) {
  StageTimes times;
  times.add("clean", 0, 1);
  times.add("read", 0, 70);
  times.add("clean", 1, 2);
  times.add("clean", 2, 30);
  times.add("clean", 1, 2);
  times.add("clean", 1, 50);
  const std::vector<StageFigures> figures = times.figures();
  ASSERT_EQ(figures.size(), 2U);
  EXPECT_EQ(figures[0].name, "clean");
  EXPECT_DOUBLE_EQ(figures[0].median_ms, 2);
  EXPECT_DOUBLE_EQ(figures[0].mean_ms, 11);
  EXPECT_EQ(figures[1].name, "read");
  EXPECT_DOUBLE_EQ(figures[1].median_ms, 70);
}

TEST(StageTimes, EndWithTheirSum) {
  const std::string table = table_of({{"clean", 2, 3}, {"read", 70, 80}});
  EXPECT_NE(table.find("all                                           72.00      83.00"),
            std::string::npos)
      << table;
}

}  // namespace
}  // namespace sohoa::test
