#include "tests/crash/duress.h"

#include <signal.h>
#include <sys/resource.h>

#include <algorithm>
#include <string>

#include "pipeline/base/error.h"
#include "tests/crash/traced_child.h"

namespace sohoa::test {

namespace fs = std::filesystem;

namespace {

constexpr int kLastSteps = 24;  // where the file gets its name
constexpr int kOtherSteps = 24;
constexpr int kSomethingLeft = 98;

/// But one that waits under a hidden name for its last rename.
void expect_only(const fs::path& target) {
  for (const auto& entry : fs::directory_iterator(target.parent_path())) {
    const std::string name = entry.path().filename().string();
    const std::string hidden = '.' + target.filename().string() + '.';
    EXPECT_TRUE(entry.path() == target || (name.starts_with(hidden) && name.ends_with(".part")))
        << name;
  }
}

std::uintmax_t largest_file(const fs::path& made) {
  if (!fs::is_directory(made)) return fs::file_size(made);
  std::uintmax_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(made)) {
    if (entry.is_regular_file()) bytes = std::max(bytes, entry.file_size());
  }
  return bytes;
}

int code_with_room(std::uintmax_t bytes, const std::function<void()>& work,
                   const fs::path& folder) {
  return exit_status_of([&] {
    // A limit on the size of a file fails a write as a full disk does: with an error number.
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, bytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    try {
      work();
      return 0;
    } catch (const Error& error) {
      return fs::is_empty(folder) ? static_cast<int>(error.code()) : kSomethingLeft;
    }
  });
}

}  // namespace

void Duress::expect_killed_leaves_nothing_half(const std::function<void()>& work,
                                               const std::function<bool()>& is_whole) {
  const int steps = count_kernel_steps(work);
  if (steps < 0) GTEST_SKIP() << "needs ptrace";
  EXPECT_TRUE(fs::exists(target()));
  fs::remove_all(target());
  for (int step = 1; step < steps;
       step += step < steps - kLastSteps ? std::max(1, steps / kOtherSteps) : 1) {
    kill_at_kernel_step(work, step);
    expect_only(target());
    EXPECT_TRUE(!fs::exists(target()) || is_whole()) << "step " << step;
    fs::remove_all(target());
  }
}

void Duress::expect_full_disk_is_told(const std::function<void()>& work) {
  work();
  const std::uintmax_t whole = largest_file(target());
  fs::remove_all(target());
  for (std::uintmax_t room = 512; room < whole; room *= 2) {
    const int code = code_with_room(room, work, folder_.path());
    EXPECT_EQ(code, static_cast<int>(ExitCode::kOutput)) << room << " bytes";
    EXPECT_TRUE(fs::is_empty(folder_.path())) << room << " bytes";
  }
}

}  // namespace sohoa::test
