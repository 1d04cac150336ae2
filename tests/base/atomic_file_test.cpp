#include "pipeline/base/atomic_file.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <functional>
#include <thread>
#include <vector>

#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/temporary_folder.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

class AtomicFileTest : public ::testing::Test {
 protected:
  fs::path target() const { return folder_.path() / "record.zip"; }

  std::string text_of(const fs::path& path) const {
    const Bytes bytes = read_file(path);
    return std::string(as_text(bytes));
  }

  int files_in_folder() const {
    return static_cast<int>(std::distance(fs::directory_iterator(folder_.path()), {}));
  }

  /// Runs `work` in a child that ends without destructors, as a killed one does.
  template <typename Work>
  void in_killed_child(Work work) const {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      work();
      ::raise(SIGKILL);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status));
  }

  /// The name that a file has for a moment before it gets the target's.
  fs::path hidden_name(pid_t process, int start) const {
    char host[256] = {};
    ::gethostname(host, sizeof host - 1);
    return folder_.path() / (".record.zip." + std::string(host) + "-" + std::to_string(process) +
                             "-" + std::to_string(start) + "-0.part");
  }

  TemporaryFolder folder_;
};

ExitCode code_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.code();
  }
  return ExitCode::kDone;
}

TEST_F(AtomicFileTest, AppearsAtCommitAndNotBefore) {
  AtomicFile file(target());
  file.write(as_bytes("whole"));
  EXPECT_FALSE(fs::exists(target()));
  file.commit();
  EXPECT_EQ(text_of(target()), "whole");
  EXPECT_EQ(files_in_folder(), 1);
}

TEST_F(AtomicFileTest, LeavesNothingWithoutCommit) {
  { AtomicFile(target()).write(as_bytes("half")); }
  EXPECT_EQ(files_in_folder(), 0);
}

TEST_F(AtomicFileTest, KeepsTheOldFileUntilCommit) {
  write_file(target(), as_bytes("old"));
  { AtomicFile(target()).write(as_bytes("half")); }
  EXPECT_EQ(text_of(target()), "old");
  write_file(target(), as_bytes("new"));
  EXPECT_EQ(text_of(target()), "new");
}

TEST_F(AtomicFileTest, TakesWhatALibraryWritesAtItsPath) {
  AtomicFile file(target());
  file.write(as_bytes("longer than what comes after it"));
  std::ofstream(file.path(), std::ios::trunc) << "by a library";
  file.commit();
  EXPECT_EQ(text_of(target()), "by a library");
}

TEST_F(AtomicFileTest, LeavesNothingWhenItsProcessIsKilled) {
  in_killed_child([this] { (new AtomicFile(target()))->write(as_bytes("half")); });
  EXPECT_EQ(files_in_folder(), 0);
}

TEST_F(AtomicFileTest, ClearsAwayWhatAKilledRunLeft) {
  const pid_t dead = ::fork();
  ASSERT_GE(dead, 0);
  if (dead == 0) ::_exit(0);
  ASSERT_EQ(::waitpid(dead, nullptr, 0), dead);
  const fs::path left = hidden_name(dead, 1);
  std::ofstream(left) << "half";
  write_file(target(), as_bytes("whole"));
  EXPECT_FALSE(fs::exists(left));
}

TEST_F(AtomicFileTest, ClearsAwayWhatAnEarlierProcessOfTheSameNumberLeft) {
  // As in a container, where the first process is number 1 at every start.
  const fs::path left = hidden_name(::getpid(), 1);
  std::ofstream(left) << "half";
  write_file(target(), as_bytes("whole"));
  EXPECT_FALSE(fs::exists(left));
}

TEST_F(AtomicFileTest, LeavesFilesOfOthersAlone) {
  AtomicFile live(target());
  live.write(as_bytes("first"));
  const fs::path stranger = folder_.path() / ".record.zip.notes";
  write_file(stranger, as_bytes("mine"));
  write_file(target(), as_bytes("second"));
  EXPECT_TRUE(fs::exists(stranger));
  live.commit();
  EXPECT_EQ(text_of(target()), "first");
}

TEST_F(AtomicFileTest, IsAnOutputErrorInAMissingFolder) {
  EXPECT_EQ(code_of([this] { AtomicFile(folder_.path() / "no" / "such"); }), ExitCode::kOutput);
}

TEST_F(AtomicFileTest, RefusesAFolderBeforeAnyWork) {
  fs::create_directory(target());
  EXPECT_EQ(code_of([this] { AtomicFile file(target()); }), ExitCode::kOutput);
  EXPECT_TRUE(fs::is_directory(target()));
}

TEST_F(AtomicFileTest, DoesNotPutAFileInThePlaceOfADevice) {
  EXPECT_EQ(code_of([] { write_file("/dev/null", as_bytes("x")); }), ExitCode::kOutput);
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(AtomicFileTest, TakesANameAsLongAsTheFileSystemAllows) {
  const fs::path longest = folder_.path() / std::string(255, 'n');
  write_file(longest, as_bytes("whole"));
  EXPECT_EQ(text_of(longest), "whole");
}

TEST_F(AtomicFileTest, LeavesNothingWhenTheDiskIsFull) {
  write_file(target(), as_bytes("old"));
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    // A limit on the file's size fails a write as a full disk does: with an error number.
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1000, 1000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const std::string text(100'000, 'x');
    const ExitCode code = code_of([&] { write_file(target(), as_bytes(text)); });
    ::_exit(static_cast<int>(code));
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), static_cast<int>(ExitCode::kOutput));
  EXPECT_EQ(text_of(target()), "old");
  EXPECT_EQ(files_in_folder(), 1);
}

TEST_F(AtomicFileTest, FromManyThreadsForOneTargetIsOneOfThemWhole) {
  std::vector<std::jthread> writers;
  for (char name = 'a'; name < 'i'; ++name) {
    writers.emplace_back(
        [this, name] { write_file(target(), as_bytes(std::string(10'000, name))); });
  }
  writers.clear();
  const std::string text = text_of(target());
  EXPECT_EQ(text, std::string(10'000, text.front()));
  EXPECT_EQ(files_in_folder(), 1);
}

}  // namespace
}  // namespace sohoa
