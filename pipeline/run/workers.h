#pragma once

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace sohoa {

/// How many finished results may wait for their turn, for each worker: bounds memory when one slow
/// page holds the others back.
inline constexpr int kResultsWaitingMax = 2;

/// Runs `work(index)` for 0 … count−1 on several threads and hands the results to `take`, in order
/// of index, on the calling thread. `make_work()` is called once on each thread and returns that
/// thread's `work`, so that what is not thread-safe belongs to one thread. The first exception of
/// any of them stops all and is thrown again to the caller.
template <class Result>
class OrderedWorkers {
 public:
  template <class MakeWork>
  static void run(int count, int workers, const MakeWork& make_work,
                  const std::function<void(Result&&)>& take) {
    OrderedWorkers state(count, std::clamp(workers, 1, std::max(count, 1)));
    std::vector<std::thread> threads;
    try {
      for (int i = 0; i < state.workers_; ++i) {
        threads.emplace_back([&] { state.produce(make_work); });
      }
      for (int i = 0; i < count; ++i) take(state.next(i));
    } catch (...) {
      state.fail(std::current_exception());
    }
    for (std::thread& thread : threads) thread.join();
    if (state.failure_) std::rethrow_exception(state.failure_);
  }

 private:
  OrderedWorkers(int count, int workers) : count_(count), workers_(workers) {}

  template <class MakeWork>
  void produce(const MakeWork& make_work) {
    try {
      const auto work = make_work();
      for (int index = claim(); index < count_; index = claim()) put(index, work(index));
    } catch (...) {
      fail(std::current_exception());
    }
  }

  /// The next index to work on, once it is near enough to what was taken; `count_` to end.
  int claim() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock,
                  [&] { return failure_ || claimed_ < taken_ + workers_ * kResultsWaitingMax; });
    return failure_ || claimed_ >= count_ ? count_ : claimed_++;
  }

  void put(int index, Result&& result) {
    const std::lock_guard lock(mutex_);
    ready_.emplace(index, std::move(result));
    changed_.notify_all();
  }

  Result next(int index) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return failure_ || ready_.contains(index); });
    if (failure_) std::rethrow_exception(failure_);
    Result result = std::move(ready_.extract(index).mapped());
    taken_ = index + 1;
    changed_.notify_all();
    return result;
  }

  void fail(std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::move(failure);
    changed_.notify_all();
  }

  const int count_;
  const int workers_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<int, Result> ready_;
  std::exception_ptr failure_;
  int claimed_ = 0;
  int taken_ = 0;
};

}  // namespace sohoa
