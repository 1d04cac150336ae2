#include <unistd.h>

#include "pipeline/base/file.h"
#include "tests/acquire/files.h"
#include "tests/acquire/jpeg_files.h"

namespace sohoa::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> names(const std::vector<InputFile>& files, const fs::path& folder) {
  std::vector<std::string> list;
  for (const InputFile& file : files)
    list.push_back(fs::path(file.name).lexically_relative(folder));
  return list;
}

std::string failure_of(const std::vector<std::string>& arguments) {
  const Folder folder;
  try {
    list_inputs(arguments, AcquireSettings{}, folder.path());
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kInput);
    return error.reason();
  }
  return {};
}

TEST(Inputs, AFolderIsReadInNaturalOrderWithItsSubfolders) {
  const Folder folder;
  const Bytes jpeg = write_jpeg(picture(1));
  for (const char* name : {"page10.jpg", "page2.jpg", "b/1.jpg", ".hidden.jpg", ".git/x.jpg"}) {
    folder.write(name, jpeg);
  }
  folder.write("note.txt", as_bytes("text"));
  const std::vector<InputFile> files =
      list_inputs({folder.path().string()}, AcquireSettings{}, folder.path());
  EXPECT_EQ(names(files, folder.path()),
            (std::vector<std::string>{"b/1.jpg", "page2.jpg", "page10.jpg"}));
  ASSERT_EQ(files[0].findings.size(), 1u);
  EXPECT_EQ(files[0].findings[0].code, "input.skipped");
  EXPECT_EQ(files[0].findings[0].subject, (folder.path() / "note.txt").string());
  EXPECT_EQ(files[0].bytes, jpeg.size());
  EXPECT_GT(files[0].modified_seconds, 0);
}

TEST(Inputs, KindComesFromTheContent) {
  const Folder folder;
  const fs::path path = folder.write("really-a-jpeg.pdf", write_jpeg(picture(1)));
  EXPECT_EQ(open_input(path, "x", AcquireSettings{}).kind, InputKind::kImage);
}

TEST(Inputs, PatternsServeWhereNoFileHasTheName) {
  const Folder folder;
  const Bytes jpeg = write_jpeg(picture(1));
  for (const char* name : {"a2.jpg", "a10.jpg", "b.jpg", "odd[1].jpg"}) folder.write(name, jpeg);
  const auto listed = [&folder](const std::string& argument) {
    return names(
        list_inputs({(folder.path() / argument).string()}, AcquireSettings{}, folder.path()),
        folder.path());
  };
  EXPECT_EQ(listed("a*.jpg"), (std::vector<std::string>{"a2.jpg", "a10.jpg"}));
  EXPECT_EQ(listed("odd[1].jpg"), (std::vector<std::string>{"odd[1].jpg"}));
}

TEST(Inputs, NamesOfAnyBytesAreTaken) {
  const Folder folder;
  const std::string name = "giấy tờ \xFF\n.jpg";
  folder.write(name, write_jpeg(picture(1)));
  const auto files = list_inputs({folder.path().string()}, AcquireSettings{}, folder.path());
  ASSERT_EQ(files.size(), 1u);
  EXPECT_EQ(fs::path(files[0].name).filename().string(), name);
}

TEST(Inputs, WhatCannotBeReadIsNamed) {
  const Folder folder;
  EXPECT_EQ(failure_of({(folder.path() / "none.jpg").string()}), "there is no such file or folder");
  EXPECT_EQ(failure_of({folder.path().string()}), "holds no file of a kind that is read");
  EXPECT_EQ(failure_of({folder.write("empty.jpg", {}).string()}), "is empty");
  EXPECT_EQ(failure_of({folder.write("a.jpg", as_bytes("no picture")).string()}),
            "is no kind of file that is read");
}

TEST(Inputs, StandardInputIsSpooledOnce) {
  const Folder folder;
  const Bytes jpeg = write_jpeg(picture(1));
  const fs::path source = folder.write("source.jpg", jpeg);
  const int saved = ::dup(STDIN_FILENO);
  ASSERT_NE(std::freopen(source.c_str(), "rb", stdin), nullptr);
  const std::vector<InputFile> files = list_inputs({"-"}, AcquireSettings{}, folder.path());
  const Bytes spooled = read_file(files.at(0).path);
  EXPECT_THROW(list_inputs({"-", "-"}, AcquireSettings{}, folder.path()), Error);
  ::dup2(saved, STDIN_FILENO);
  ::close(saved);
  ASSERT_EQ(files.size(), 1u);
  EXPECT_EQ(files[0].name, "-");
  EXPECT_EQ(spooled, jpeg);
}

TEST(Inputs, ALinkThatRunsInCirclesEnds) {
  const Folder folder;
  folder.write("a/1.jpg", write_jpeg(picture(1)));
  fs::create_directory_symlink(folder.path(), folder.path() / "a/again");
  EXPECT_EQ(list_inputs({folder.path().string()}, AcquireSettings{}, folder.path()).size(), 1u);
}

}  // namespace
}  // namespace sohoa::test
