#include "pipeline/base/file.h"

#include <gtest/gtest.h>

#include <functional>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/temporary_folder.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

std::string message_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.code() == ExitCode::kInput ? error.what() : "not an input error";
  }
  return "no error";
}

TEST(ReadFile, GivesTheBytes) {
  const TemporaryFolder folder;
  const std::string text("a\0b\xff", 4);
  write_file(folder.path() / "file", as_bytes(text));
  EXPECT_EQ(as_text(read_file(folder.path() / "file")), text);
}

TEST(ReadFile, ReadsADeviceThatHasNoSize) { EXPECT_TRUE(read_file("/dev/null").empty()); }

TEST(ReadFile, StopsAtItsLimit) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "file";
  write_file(file, as_bytes("12345"));
  EXPECT_EQ(read_file(file, 5).size(), 5U);
  EXPECT_EQ(message_of([&] { read_file(file, 4); }),
            file.string() + ": is larger than 4 bytes; split the file");
  EXPECT_NE(message_of([] { read_file("/dev/zero", 1000); }), "no error");
}

TEST(ReadFile, DoesNotMakeRoomForALieAboutTheSize) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "sparse";
  write_file(file, {});
  fs::resize_file(file, 1ULL << 40);
  EXPECT_NE(message_of([&] { read_file(file); }), "no error");
}

TEST(ReadFile, NamesAFileThatCannotBeRead) {
  EXPECT_EQ(message_of([] { read_file("no/such"); }),
            "no/such: cannot be read (No such file or directory); check the name and that you may "
            "read it");
  EXPECT_NE(message_of([] { read_file("/tmp"); }), "no error");
}

TEST(TemporaryFolderTest, IsRemovedWithAllThatIsInIt) {
  fs::path path;
  {
    const TemporaryFolder folder;
    path = folder.path();
    fs::create_directories(path / "a" / "b");
    write_file(path / "a" / "b" / "file", as_bytes("x"));
  }
  EXPECT_FALSE(fs::exists(path));
}

TEST(ErrorMessage, IsSubjectReasonAndRemedyOnOneLine) {
  const Error error(ExitCode::kInput, "a.tif page 2", "image data ends early", "rescan the page");
  EXPECT_STREQ(error.what(), "a.tif page 2: image data ends early; rescan the page");
  EXPECT_STREQ(Error(ExitCode::kInput, "a", "b", "").what(), "a: b");
}

}  // namespace
}  // namespace sohoa
