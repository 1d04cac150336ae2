#include <gtest/gtest.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "pipeline/base/temporary_folder.h"
#include "pipeline/package/verify.h"
#include "tests/crash/traced_child.h"
#include "tests/support/paths.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

constexpr int kRunsMax = 60;

/// A page of grey with a few bars on it.
void make_page(const fs::path& path) {
  constexpr int kWidth = 620;
  constexpr int kHeight = 877;
  std::string pixels(kWidth * kHeight, '\xE0');
  for (int y = 100; y < 110; ++y) pixels.replace(y * kWidth + 60, 300, 300, '\x20');
  std::ofstream(path, std::ios::binary) << "P5\n"
                                        << kWidth << " " << kHeight << "\n255\n"
                                        << pixels;
}

/// Runs `sohoa intake` and ends it after a while without a chance to clean up. Its exit code, or
/// -1.
int intake_for(int milliseconds, const fs::path& page, const fs::path& output,
               const fs::path& temporary) {
  return test::exit_status_of([&] {
    const std::string program = test::program().string();
    ::setenv("TMPDIR", temporary.c_str(), 1);
    const itimerval once{{0, 0}, {milliseconds / 1000, milliseconds % 1000 * 1000}};
    ::setitimer(ITIMER_PROF, &once, nullptr);
    ::execl(program.c_str(), program.c_str(), "intake", "-q", "--image-dpi", "75", "--keep-blank",
            page.c_str(), "-o", output.c_str(), nullptr);
    return 127;
  });
}

TEST(KilledIntake, LeavesNothingOrAWholePackageAtAnyTime) {
  const TemporaryFolder inputs;
  const TemporaryFolder outputs;
  const TemporaryFolder temporary;
  const fs::path page = inputs.path() / "page.pgm";
  make_page(page);
  const fs::path output = outputs.path() / "record.zip";
  int exit_code = -1;
  int milliseconds = 10;
  for (int run = 0; run < kRunsMax && exit_code != 0; ++run) {
    exit_code = intake_for(milliseconds, page, output, temporary.path());
    ASSERT_TRUE(exit_code == 0 || exit_code == -1) << "exit code " << exit_code;
    for (const auto& entry : fs::directory_iterator(outputs.path())) {
      // For a moment before the rename the whole file has a hidden name.
      if (entry.path().extension() == ".part") continue;
      ASSERT_EQ(entry.path(), output);
      EXPECT_TRUE(verify_package(output).empty());
    }
    milliseconds += std::max(5, milliseconds / 4);
  }
  EXPECT_EQ(exit_code, 0) << "the last run had the time that it needs";
  EXPECT_TRUE(fs::exists(output));
}

}  // namespace
}  // namespace sohoa
