#include "pipeline/package/unpack.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <zip.h>

#include <algorithm>
#include <map>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/package/zip/zip_reader.h"
#include "tests/package/package_specimen.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

class Unpack : public testing::Test {
 protected:
  fs::path zip() const { return top_.path() / "record.zip"; }
  fs::path folder() const { return top_.path() / "out"; }

  void make_zip(const std::map<std::string, std::string>& files) const {
    zip_t* archive = zip_open(zip().c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (const auto& [name, text] : files) {
      zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
      ASSERT_GE(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_GUESS), 0);
    }
    ASSERT_EQ(zip_close(archive), 0);
  }

  /// What lies in the folder around the zip.
  std::vector<std::string> names_outside() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(top_.path())) {
      names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  void expect_refused(const std::map<std::string, std::string>& files) const {
    make_zip(files);
    EXPECT_FALSE(unpack(zip(), folder()).empty()) << files.begin()->first;
    EXPECT_EQ(names_outside(), std::vector<std::string>{"record.zip"});
  }

  TemporaryFolder top_;
};

TEST_F(Unpack, GivesEachFileAsItIsInThePackage) {
  test::build_specimen_package(zip());
  EXPECT_TRUE(unpack(zip(), folder()).empty());
  const ZipReader reader(zip());
  std::size_t files = 0;
  for (const ZipEntry& entry : reader.entries()) {
    const Bytes bytes = read_file(folder() / entry.name);
    EXPECT_EQ(as_text(bytes), reader.read_text(entry, 1 << 24)) << entry.name;
    ++files;
  }
  std::size_t found = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder())) {
    found += entry.is_regular_file() ? 1 : 0;
  }
  EXPECT_EQ(found, files);
  EXPECT_EQ(names_outside(), (std::vector<std::string>{"out", "record.zip"}));
}

TEST_F(Unpack, TheFolderIsAsOpenToOthersAsANewOne) {
  make_zip({{"a", "1"}});
  const fs::path usual = top_.path() / "usual";
  ASSERT_EQ(::mkdir(usual.c_str(), 0777), 0);
  EXPECT_TRUE(unpack(zip(), folder() / "").empty());
  EXPECT_EQ(fs::status(folder()).permissions(), fs::status(usual).permissions());
}

TEST_F(Unpack, NothingIsWrittenOfAHostileZip) {
  expect_refused({{"../evil", "x"}});
  expect_refused({{"/evil", "x"}});
  expect_refused({{"a\\..\\evil", "x"}});
  expect_refused({{"A.txt", "x"}, {"a.txt", "y"}});
  expect_refused({{"a", "x"}, {"a/b", "y"}});
  expect_refused({{"e\u0301.txt", "x"}});
  expect_refused({{"bomb", std::string(64 << 20, '\0')}});
}

TEST_F(Unpack, LinksAreRefused) {
  make_zip({{"link", "/etc/passwd"}});
  zip_t* archive = zip_open(zip().c_str(), 0, nullptr);
  zip_file_set_external_attributes(archive, 0, 0, ZIP_OPSYS_UNIX,
                                   static_cast<zip_uint32_t>(S_IFLNK | 0777) << 16);
  ASSERT_EQ(zip_close(archive), 0);
  EXPECT_FALSE(unpack(zip(), folder()).empty());
  EXPECT_FALSE(fs::exists(folder()));
}

TEST_F(Unpack, FoldersOfTheZipBecomeFolders) {
  make_zip({{"bag/a", "1"}});
  zip_t* archive = zip_open(zip().c_str(), 0, nullptr);
  ASSERT_GE(zip_dir_add(archive, "bag/", ZIP_FL_ENC_UTF_8), 0);
  ASSERT_EQ(zip_close(archive), 0);
  EXPECT_TRUE(unpack(zip(), folder()).empty());
  EXPECT_TRUE(fs::is_directory(folder() / "bag"));
  EXPECT_EQ(as_text(read_file(folder() / "bag/a")), "1");
}

TEST_F(Unpack, ADamagedFileLeavesNoFolder) {
  make_zip({{"a", "all is well here"}});
  const Bytes bytes = read_file(zip());
  std::string text(as_text(bytes));
  text.replace(text.find("well"), 4, "ill!");
  write_file(zip(), as_bytes(text));
  EXPECT_THROW(unpack(zip(), folder()), Error);
  EXPECT_EQ(names_outside(), std::vector<std::string>{"record.zip"});
}

TEST_F(Unpack, WhatIsThereStays) {
  make_zip({{"a", "1"}});
  ASSERT_EQ(::mkdir(folder().c_str(), 0777), 0);
  try {
    unpack(zip(), folder());
    ADD_FAILURE() << "a folder that is there was taken";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kOutput);
  }
  EXPECT_TRUE(fs::is_empty(folder()));
}

}  // namespace
}  // namespace sohoa
