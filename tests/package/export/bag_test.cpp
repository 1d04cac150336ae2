#include <gtest/gtest.h>
#include <zip.h>

#include <regex>
#include <set>
#include <sstream>

#include "pipeline/base/error.h"
#include "pipeline/base/process.h"
#include "pipeline/package/bag_tags.h"
#include "pipeline/package/unpack.h"
#include "pipeline/package/verify.h"
#include "pipeline/package/zip/zip_contents.h"
#include "tests/package/export/export_specimen.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;
using Codes = std::vector<std::string>;

class Bag : public test::Exporting {
 protected:
  /// Writes a zip of those files.
  void make_zip(const Files& files) const {
    zip_t* archive = zip_open(output().c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (const auto& [name, text] : files) {
      zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
      ASSERT_GE(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8), 0);
    }
    ASSERT_EQ(zip_close(archive), 0);
  }

  Codes codes_of_zip(const Files& files) const {
    make_zip(files);
    return test::codes_of(verify_package(output()));
  }
};

// RFC 8493, sections 2.1 and 2.2, read by this test's own words.
TEST_F(Bag, KeepsTheRulesOfTheRfc) {
  const Files files = exported(ExportKind::kBagit);
  EXPECT_EQ(files.at("bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  std::uint64_t bytes = 0;
  std::set<std::string> payload, tags;
  for (const auto& [name, text] : files) {
    if (name.starts_with("data/")) {
      bytes += text.size();
      payload.insert(name);
    } else if (!name.starts_with("tagmanifest-")) {
      tags.insert(name);
    }
  }
  const std::regex line("([0-9a-f]+)  ([^ ].*)");
  for (const char* method : {"sha256", "sha512"}) {
    for (const char* kind : {"manifest-", "tagmanifest-"}) {
      std::istringstream lines(files.at(std::string(kind) + method + ".txt"));
      std::set<std::string> listed;
      for (std::string text; std::getline(lines, text);) {
        std::smatch parts;
        ASSERT_TRUE(std::regex_match(text, parts, line)) << text;
        EXPECT_EQ(parts[1].length(), std::string(method) == "sha256" ? 64 : 128);
        EXPECT_TRUE(listed.insert(parts[2]).second) << text;
      }
      EXPECT_EQ(listed, std::string(kind) == "manifest-" ? payload : tags);
    }
  }
  const std::string oxum =
      "Payload-Oxum: " + std::to_string(bytes) + "." + std::to_string(payload.size()) + "\n";
  EXPECT_NE(files.at("bag-info.txt").find(oxum), std::string::npos);
  EXPECT_NE(files.at("bag-info.txt").find("Bagging-Date: 2026-11-23\n"), std::string::npos);
  EXPECT_NE(files.at("bag-info.txt").find("Source-Organization: Ủy ban nhân dân phường Mẫu"),
            std::string::npos);
}

TEST_F(Bag, LiesInOneFolderOfTheZip) {
  exported(ExportKind::kBagit);
  EXPECT_EQ(contents_of(ZipReader(output())).top, "Hồ sơ mẫu/");
}

TEST_F(Bag, OtherProgramsFindItsDigestsTrue) {
  exported(ExportKind::kBagit);
  const fs::path bag = folder_.path() / "unpacked";
  ASSERT_TRUE(unpack(output(), bag).empty());
  for (const std::string method : {"sha256", "sha512"}) {
    for (const std::string kind : {"manifest-", "tagmanifest-"}) {
      const ProcessResult result =
          run_process({"env", "--chdir=" + (bag / "Hồ sơ mẫu").string(), method + "sum", "-c",
                       "--strict", "--quiet", kind + method + ".txt"},
                      {});
      EXPECT_EQ(result.exit_code, 0) << result.output << result.messages;
    }
  }
}

constexpr char kDeclaration[] = "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n";
constexpr char kMd5OfA[] = "0cc175b9c0f1b6a831c399e269772661";

Files foreign_bag() {
  return {{"bag/bagit.txt", kDeclaration},
          {"bag/data/a", "a"},
          {"bag/manifest-md5.txt", std::string(kMd5OfA) + "  data/a\n"}};
}

TEST_F(Bag, OfAnotherMakerIsReadToo) {
  EXPECT_EQ(codes_of_zip(foreign_bag()), Codes{});
  Files files = foreign_bag();
  files["bag/manifest-md5.txt"] = "0CC175B9C0F1B6A831C399E269772661 *./data/a\r\n";
  EXPECT_EQ(codes_of_zip(files), Codes{});
  files["bag/bag-info.txt"] = "Contact-Name: A\n B\npayload-oxum: 1.1\n";
  EXPECT_EQ(codes_of_zip(files), Codes{});
}

TEST_F(Bag, OfAnotherMakerMustKeepTheRulesToo) {
  const auto codes_with = [&](const std::string& name, const std::string& text) {
    Files files = foreign_bag();
    files["bag/" + name] = text;
    return codes_of_zip(files);
  };
  EXPECT_EQ(codes_with("data/a", "b"), Codes{"package.digest"});
  EXPECT_EQ(codes_with("data/b", "b"), Codes{"package.file-unlisted"});
  EXPECT_EQ(codes_with("bagit.txt", "BagIt-Version: 1.0\n"), Codes{"package.bag-declaration"});
  EXPECT_EQ(codes_with("bagit.txt", "\xEF\xBB\xBF" + std::string(kDeclaration)),
            Codes{"package.bag-declaration"});
  EXPECT_EQ(codes_with("bag-info.txt", "Payload-Oxum: 2.1\n"), Codes{"package.payload-oxum"});
  EXPECT_EQ(codes_with("manifest-md5.txt", std::string(kMd5OfA) + "  ../a\n").front(),
            "package.manifest");
  EXPECT_EQ(
      codes_with("manifest-md5.txt", std::string(kMd5OfA) + "  data/a\n" + kMd5OfA + "  data/a\n")
          .front(),
      "package.manifest");
  EXPECT_EQ(codes_with("manifest-crc.txt", "x  data/a\n"), Codes{"package.manifest"});
  EXPECT_EQ(codes_with("tagmanifest-md5.txt", std::string(kMd5OfA) + "  gone.txt\n"),
            Codes{"package.file-missing"});
  Files files = foreign_bag();
  files.erase("bag/manifest-md5.txt");
  EXPECT_EQ(codes_of_zip(files), (Codes{"package.file-missing", "package.file-unlisted"}));
}

TEST_F(Bag, OfVersionOneListsEachFileInEachManifest) {
  Files files = foreign_bag();
  files["bag/manifest-sha256.txt"] = "";
  EXPECT_EQ(codes_of_zip(files), Codes{}) << "0.97 lets a file stand in one of them";
  files["bag/bagit.txt"] = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
  EXPECT_EQ(codes_of_zip(files), Codes{"package.file-unlisted"});
}

TEST(BagTags, ReadsTheirForms) {
  EXPECT_EQ(bag_declaration_of("BagIt-Version: 1.0\nTag-File-Character-Encoding: utf-8").version,
            "1.0");
  EXPECT_EQ(bag_declaration_of("BagIt-Version: one\nTag-File-Character-Encoding: UTF-8\n").version,
            "");
  EXPECT_FALSE(
      bag_declaration_of("BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-16\n").utf8);
  EXPECT_EQ(bag_info_value("A: 1\nB: 2\n  3\nC: 4\n", "b"), "2 3");
  EXPECT_EQ(bag_info_value("A: 1\n", "b"), "");
}

TEST_F(Bag, OneStopIsTheRecordItself) {
  exported(ExportKind::kOneStop);
  EXPECT_EQ(sha256_of_file(output()), sha256_of_file(record()));
}

}  // namespace
}  // namespace sohoa
