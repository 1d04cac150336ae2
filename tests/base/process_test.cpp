#include "pipeline/base/process.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/stat.h>

#include <filesystem>

#include "pipeline/base/descriptor.h"
#include "pipeline/base/error.h"
#include "pipeline/base/temporary_folder.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

constexpr int kKilled = 128 + SIGKILL;

ProcessResult run_shell(const std::string& script, const ProcessLimits& limits = {}) {
  return run_process({"sh", "-c", script}, limits);
}

TEST(Process, GivesOutputMessagesAndExitCode) {
  const ProcessResult result = run_shell("echo out; echo message >&2; exit 7");
  EXPECT_EQ(result.output, "out\n");
  EXPECT_EQ(result.messages, "message\n");
  EXPECT_EQ(result.exit_code, 7);
  EXPECT_FALSE(result.timed_out);
}

TEST(Process, ReadsNothingFromStandardInput) { EXPECT_EQ(run_process({"cat"}, {}).output, ""); }

TEST(Process, PassesArgumentsWithoutAShell) {
  EXPECT_EQ(run_process({"printf", "%s|", "a b", "$HOME", ";"}, {}).output, "a b|$HOME|;|");
}

TEST(Process, TakesMoreOutputThanAPipeHolds) {
  const ProcessResult result =
      run_shell("head -c 1000000 /dev/zero; head -c 1000000 /dev/zero >&2");
  EXPECT_EQ(result.output.size(), 1'000'000U);
  EXPECT_EQ(result.messages.size(), ProcessLimits{}.message_bytes_max);
  EXPECT_EQ(result.exit_code, 0);
}

TEST(Process, IsEndedWhenItPrintsTooMuch) {
  const ProcessResult result = run_process({"yes"}, {.output_bytes_max = 1000});
  EXPECT_TRUE(result.output_too_large);
  EXPECT_EQ(result.output.size(), 1000U);
  EXPECT_EQ(result.exit_code, kKilled);
}

TEST(Process, IsEndedWhenItsTimeIsOver) {
  const ProcessResult result = run_shell("echo begun; sleep 100", {.seconds_max = 1});
  EXPECT_TRUE(result.timed_out);
  EXPECT_EQ(result.output, "begun\n");
  EXPECT_EQ(result.exit_code, kKilled);
}

TEST(Process, IsEndedThoughItClosedItsOutput) {
  const ProcessResult result = run_shell("exec >&- 2>&-; sleep 100", {.seconds_max = 1});
  EXPECT_TRUE(result.timed_out);
  EXPECT_EQ(result.exit_code, kKilled);
}

TEST(Process, TakesWhatItStartedWithIt) {
  const TemporaryFolder folder;
  const std::string pipe = (folder.path() / "pipe").string();
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const Descriptor reader(::open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  run_shell("sleep 100 >" + pipe + " & sleep 100", {.seconds_max = 1});
  // The pipe hangs up when its last writer, the sleep in the background, is gone.
  pollfd hang_up{reader.number(), POLLIN, 0};
  EXPECT_EQ(::poll(&hang_up, 1, 10'000), 1);
  EXPECT_NE(hang_up.revents & POLLHUP, 0);
}

TEST(Process, HasNoMoreMemoryThanItsLimit) {
  const ProcessResult result =
      run_process({"dd", "if=/dev/zero", "of=/dev/null", "bs=300M", "count=1"},
                  {.memory_bytes_max = 100 << 20});
  EXPECT_NE(result.exit_code, 0);
  const ProcessResult roomy = run_process(
      {"dd", "if=/dev/zero", "of=/dev/null", "bs=1M", "count=1"}, {.memory_bytes_max = 100 << 20});
  EXPECT_EQ(roomy.exit_code, 0);
}

TEST(Process, ThatIsNotInstalledIsADependencyError) {
  try {
    run_process({"no-such-program-anywhere"}, {});
    FAIL() << "a missing program was run";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kDependency);
    EXPECT_EQ(error.subject(), "no-such-program-anywhere");
  }
}

TEST(Process, EndedByASignalSaysWhich) {
  EXPECT_EQ(run_shell("kill -TERM $$").exit_code, 128 + SIGTERM);
}

TEST(FindProgram, TakesNoFolderForAProgram) {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "tool");
  EXPECT_EQ(find_program((folder.path() / "tool").string()), "");
  EXPECT_NE(find_program("sh"), "");
}

}  // namespace
}  // namespace sohoa
