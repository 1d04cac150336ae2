#include "pipeline/base/spool.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <thread>

#include "pipeline/base/error.h"
#include "pipeline/base/temporary_folder.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

std::string text_of(const Bytes& bytes) { return std::string(as_text(bytes)); }

TEST(Spool, GivesBackEachPiece) {
  Spool spool;
  const Spool::Piece first = spool.append(as_bytes("first"));
  const Spool::Piece nothing = spool.append({});
  const Spool::Piece second = spool.append(as_bytes("second"));
  EXPECT_EQ(text_of(spool.read(second)), "second");
  EXPECT_EQ(text_of(spool.read(nothing)), "");
  EXPECT_EQ(text_of(spool.read(first)), "first");
  EXPECT_EQ(spool.size(), 11U);
}

TEST(Spool, ReadsNoFurtherThanItsEnd) {
  Spool spool;
  spool.append(as_bytes("abc"));
  std::array<std::uint8_t, 8> out{};
  EXPECT_EQ(spool.read_at(1, out), 2U);
  EXPECT_EQ(out[0], 'b');
  EXPECT_EQ(spool.read_at(100, out), 0U);
}

TEST(Spool, RefusesAPieceThatIsNotThere) {
  Spool spool;
  spool.append(as_bytes("abc"));
  EXPECT_THROW(spool.read({0, 4}), Error);
}

TEST(Spool, HasNoNameInItsFolder) {
  const TemporaryFolder folder;
  Spool spool(folder.path());
  spool.append(as_bytes("abc"));
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(Spool, IsAnOutputErrorInAMissingFolder) {
  try {
    Spool spool("/no/such/folder");
    FAIL() << "a spool was made in a folder that is not there";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kOutput);
    EXPECT_EQ(error.subject(), "/no/such/folder");
  }
}

TEST(Spool, IsReadByManyThreadsAtOnce) {
  Spool spool;
  const std::string text(100'000, 'x');
  const Spool::Piece piece = spool.append(as_bytes(text));
  std::array<bool, 4> same{};
  std::vector<std::jthread> readers;
  for (bool& mine : same) {
    readers.emplace_back(
        [&spool, &mine, &text, piece] { mine = text_of(spool.read(piece)) == text; });
  }
  readers.clear();
  EXPECT_EQ(same, (std::array<bool, 4>{true, true, true, true}));
}

TEST(Spool, IsAnOutputErrorWhenTheDiskIsFull) {
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1000, 1000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    Spool spool;
    try {
      spool.append(as_bytes(std::string(5000, 'x')));
    } catch (const Error& error) {
      ::_exit(static_cast<int>(error.code()));
    }
    ::_exit(0);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), static_cast<int>(ExitCode::kOutput));
}

}  // namespace
}  // namespace sohoa
