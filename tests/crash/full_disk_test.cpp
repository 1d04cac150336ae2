#include <gtest/gtest.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <string>

#include "pipeline/base/error.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/deliver/delivery.h"
#include "pipeline/package/verify.h"
#include "tests/crash/traced_child.h"
#include "tests/package/package_specimen.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

constexpr int kPagesMore = 40;
constexpr int kSomethingLeft = 98;
constexpr int kCannotMount = 99;

/// The exit code that the program would have; kSomethingLeft when a failure left a file.
int exit_code_of_package(const fs::path& folder) {
  try {
    Delivery delivery(folder / "record.zip");
    deliver(test::build_specimen_package(delivery.path(), {kPagesMore, delivery.work_folder()}),
            delivery);
    return 0;
  } catch (const Error& error) {
    return fs::is_empty(folder) ? static_cast<int>(error.code()) : kSomethingLeft;
  }
}

std::uintmax_t whole_bytes() {
  const TemporaryFolder folder;
  EXPECT_EQ(exit_code_of_package(folder.path()), 0);
  return fs::file_size(folder.path() / "record.zip");
}

TEST(FullDisk, FailsWithTheOutputCodeAndLeavesNothing) {
  // A limit on the size of a file fails a write as a full disk does: with an error number.
  const std::uintmax_t whole = whole_bytes();
  for (std::uintmax_t room = 512; room < whole; room = room * 3 / 2) {
    const TemporaryFolder folder;
    const int code = test::exit_status_of([&] {
      ::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{room, room};
      ::setrlimit(RLIMIT_FSIZE, &limit);
      return exit_code_of_package(folder.path());
    });
    EXPECT_EQ(code, static_cast<int>(ExitCode::kOutput)) << room << " bytes";
    EXPECT_TRUE(fs::is_empty(folder.path())) << room << " bytes";
  }
}

/// Mounts a tmpfs over `folder` that only this process sees; false where that is not allowed.
bool mount_small_disk(const fs::path& folder, std::uintmax_t bytes) {
  const std::string size = "size=" + std::to_string(bytes);
  if (::unshare(CLONE_NEWNS) != 0 && ::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
  if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return false;
  return ::mount("none", folder.c_str(), "tmpfs", 0, size.c_str()) == 0;
}

TEST(FullDisk, OnASmallDiskFailsTheSameWay) {
  const std::uintmax_t whole = whole_bytes();
  const auto code_on_disk = [](std::uintmax_t bytes) {
    const TemporaryFolder folder;
    return test::exit_status_of([&] {
      if (!mount_small_disk(folder.path(), bytes)) return kCannotMount;
      return exit_code_of_package(folder.path());
    });
  };
  if (code_on_disk(whole * 16) == kCannotMount) {
    GTEST_SKIP() << "needs the right to mount a tmpfs (root, or user namespaces)";
  }
  EXPECT_EQ(code_on_disk(whole * 16), 0);
  for (std::uintmax_t bytes = whole / 32; bytes < whole; bytes += whole / 16) {
    EXPECT_EQ(code_on_disk(bytes), static_cast<int>(ExitCode::kOutput)) << bytes << " bytes";
  }
}

}  // namespace
}  // namespace sohoa
