#include <gtest/gtest.h>
#include <sys/time.h>

#include <algorithm>

#include "pipeline/base/digest.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/deliver/delivery.h"
#include "pipeline/package/verify.h"
#include "tests/crash/traced_child.h"
#include "tests/package/package_specimen.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

class KilledPackage : public testing::Test {
 protected:
  fs::path target() const { return folder_.path() / "record.zip"; }

  void make_package(int pages_more) const {
    Delivery delivery(target());
    deliver(test::build_specimen_package(delivery.path(), {pages_more, delivery.work_folder()}),
            delivery);
  }

  std::vector<fs::path> files() const {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder_.path())) files.push_back(entry.path());
    return files;
  }

  /// No file but the target, except one under a hidden name that waits for the rename.
  void expect_nothing_half() const {
    for (const fs::path& file : files()) {
      if (file == target()) {
        EXPECT_TRUE(verify_package(file).empty());
        continue;
      }
      const std::string name = file.filename().string();
      EXPECT_TRUE(name.starts_with(".record.zip.") && name.ends_with(".part")) << name;
    }
  }

  TemporaryFolder folder_;
};

TEST_F(KilledPackage, LeavesNothingOrAWholeOneAtEveryStep) {
  const auto work = [this] { make_package(0); };
  const int steps = test::count_kernel_steps(work);
  if (steps < 0) GTEST_SKIP() << "needs ptrace";
  ASSERT_GT(steps, 100);
  fs::remove(target());
  // All of the last steps, where the file gets its name; the others at even distances.
  constexpr int kLastSteps = 40;
  constexpr int kOtherSteps = 80;
  int killed = 0;
  for (int step = 1; step < steps;
       step += step < steps - kLastSteps ? std::max(1, steps / kOtherSteps) : 1) {
    if (test::kill_at_kernel_step(work, step)) ++killed;
    expect_nothing_half();
    fs::remove(target());
  }
  EXPECT_GT(killed, kLastSteps);
  make_package(0);
  EXPECT_EQ(files(), std::vector<fs::path>{target()});
}

TEST_F(KilledPackage, KeepsTheOldPackageUntilTheNewOneIsWhole) {
  make_package(1);
  const std::string old_digest = sha256_of_file(target());
  make_package(0);
  const std::string new_digest = sha256_of_file(target());
  ASSERT_NE(old_digest, new_digest);
  const auto work = [this] { make_package(0); };
  const int steps = test::count_kernel_steps(work);
  if (steps < 0) GTEST_SKIP() << "needs ptrace";
  constexpr int kLastSteps = 24;
  bool kept_old = false;
  bool has_new = false;
  for (int step = steps - kLastSteps; step < steps; ++step) {
    make_package(1);
    test::kill_at_kernel_step(work, step);
    const std::string digest = sha256_of_file(target());
    kept_old = kept_old || digest == old_digest;
    has_new = has_new || digest == new_digest;
    EXPECT_TRUE(digest == old_digest || digest == new_digest) << "step " << step;
  }
  EXPECT_TRUE(kept_old);
  EXPECT_TRUE(has_new);
}

TEST_F(KilledPackage, LeavesNothingOrAWholeOneAtAnyTime) {
  // The alarm ends the child as a kill does: nothing of it runs any more.
  constexpr int kFirst_us = 500;
  constexpr int kLast_us = 400'000;
  for (int after_us = kFirst_us; after_us < kLast_us; after_us = after_us * 5 / 4) {
    test::exit_status_of([&] {
      const itimerval once{{0, 0}, {0, after_us}};
      ::setitimer(ITIMER_REAL, &once, nullptr);
      make_package(20);
      return 0;
    });
    expect_nothing_half();
    fs::remove(target());
  }
}

}  // namespace
}  // namespace sohoa
