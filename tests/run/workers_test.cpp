#include "pipeline/run/workers.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace sohoa {
namespace {

const auto kTwice = [] { return [](int index) { return 2 * index; }; };

std::vector<int> collected(int count, int workers) {
  std::vector<int> taken;
  OrderedWorkers<int>::run(count, workers, kTwice, [&](int&& result) { taken.push_back(result); });
  return taken;
}

TEST(OrderedWorkers, ResultsComeInOrderWhateverTheNumberOfThreads) {
  const std::vector<int> one = collected(200, 1);
  ASSERT_EQ(one.size(), 200u);
  EXPECT_EQ(one[199], 398);
  EXPECT_EQ(collected(200, 7), one);
}

TEST(OrderedWorkers, NothingToDoIsDone) { EXPECT_TRUE(collected(0, 3).empty()); }

TEST(OrderedWorkers, EachThreadMakesItsOwnWork) {
  std::atomic<int> made{0};
  const auto make = [&] {
    ++made;
    return [](int index) { return index; };
  };
  OrderedWorkers<int>::run(50, 3, make, [](int&&) {});
  EXPECT_EQ(made, 3);
}

TEST(OrderedWorkers, MoreThreadsThanWorkAreNotStarted) {
  std::atomic<int> made{0};
  const auto make = [&] {
    ++made;
    return [](int index) { return index; };
  };
  OrderedWorkers<int>::run(2, 16, make, [](int&&) {});
  EXPECT_LE(made, 2);
}

TEST(OrderedWorkers, FinishedResultsThatWaitAreBounded) {
  constexpr int kWorkers = 2;
  std::atomic<int> started{0};
  int taken = 0;
  const auto make = [&] {
    return [&](int index) {
      ++started;
      return index;
    };
  };
  OrderedWorkers<int>::run(100, kWorkers, make, [&](int&&) {
    EXPECT_LE(started - taken, kWorkers * kResultsWaitingMax + 1);
    ++taken;
  });
  EXPECT_EQ(taken, 100);
}

TEST(OrderedWorkers, FailureOfOneStopsAllAndReachesTheCaller) {
  const auto make = [] {
    return [](int index) {
      if (index == 5) throw std::runtime_error("page 5");
      return index;
    };
  };
  std::atomic<int> taken{0};
  EXPECT_THROW(OrderedWorkers<int>::run(1000, 2, make, [&](int&&) { ++taken; }),
               std::runtime_error);
  EXPECT_LE(taken, 5);
}

TEST(OrderedWorkers, FailureToBeginReachesTheCaller) {
  const auto make = []() -> std::function<int(int)> { throw std::runtime_error("no model"); };
  EXPECT_THROW(OrderedWorkers<int>::run(3, 2, make, [](int&&) {}), std::runtime_error);
}

TEST(OrderedWorkers, FailureToTakeReachesTheCaller) {
  EXPECT_THROW(OrderedWorkers<int>::run(100, 2, kTwice,
                                        [](int&&) { throw std::runtime_error("disk full"); }),
               std::runtime_error);
}

}  // namespace
}  // namespace sohoa
