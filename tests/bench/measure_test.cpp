#include "tests/bench/measure.h"

#include <gtest/gtest.h>

#include "pipeline/base/error.h"

namespace sohoa::test {
namespace {

TEST(Measure, CountsTheWorkOfChildrenToo) {
  // The work is done by a child of the shell that is run.
  const Usage usage = run_measured(
      {"sh", "-c", "sh -c 'i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done'; true"}, {});
  EXPECT_GT(usage.cpu_seconds, 0.01);
  EXPECT_GE(usage.wall_seconds, usage.cpu_seconds * 0.5);
}

TEST(Measure, SeesThePeakOfMemory) {
  const Usage small = run_measured({"dd", "if=/dev/zero", "of=/dev/null", "bs=1M", "count=1"}, {});
  const Usage large = run_measured({"dd", "if=/dev/zero", "of=/dev/null", "bs=90M", "count=1"}, {});
  EXPECT_GT(large.peak_mb, small.peak_mb + 80);
}

TEST(Measure, AddsToTheEnvironment) {
  EXPECT_NO_THROW(run_measured({"sh", "-c", "test \"$SOHOA_BENCH_WORD\" = two"},
                               {{"SOHOA_BENCH_WORD", "two"}}));
  EXPECT_THROW(run_measured({"sh", "-c", "test \"$SOHOA_BENCH_WORD\" = two"}, {}), Error);
}

TEST(Measure, RefusesAFigureOfAProgramThatFailed) {
  EXPECT_THROW(run_measured({"sh", "-c", "exit 4"}, {}), Error);
  EXPECT_THROW(run_measured({"no-such-program-anywhere"}, {}), Error);
  EXPECT_NO_THROW(run_measured({"sh", "-c", "exit 3"}, {}));
}

TEST(Median, IsTheMiddleOne) {
  EXPECT_DOUBLE_EQ(median({3, 1, 2}), 2);
  EXPECT_DOUBLE_EQ(median({4, 1, 2, 3}), 2.5);
  EXPECT_DOUBLE_EQ(median({}), 0);
}

}  // namespace
}  // namespace sohoa::test
