#include "pipeline/package/package.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>

#include "models/record/json.h"
#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/process.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/package/bagit.h"
#include "pipeline/package/package_names.h"
#include "pipeline/package/verify.h"
#include "pipeline/package/zip/zip_reader.h"
#include "tests/package/package_specimen.h"
#include "tests/support/specimens.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

class PackageTest : public testing::Test {
 protected:
  fs::path zip() const { return folder_.path() / "record.zip"; }

  std::string text_of(const ZipReader& reader, const std::string& name) const {
    for (const ZipEntry& entry : reader.entries()) {
      if (entry.name == name) return reader.read_text(entry, 1 << 20);
    }
    ADD_FAILURE() << name << " is not in the zip";
    return {};
  }

  TemporaryFolder folder_;
};

TEST_F(PackageTest, VerifiesAndHoldsItsFilesInOrder) {
  test::build_specimen_package(zip());
  EXPECT_TRUE(verify_package(zip()).empty());
  std::vector<std::string> names;
  const ZipReader reader(zip());
  for (const ZipEntry& entry : reader.entries()) names.push_back(entry.name);
  const std::vector<std::string> expected{"bagit.txt",
                                          "bag-info.txt",
                                          "manifest-sha256.txt",
                                          "record.json",
                                          "tagmanifest-sha256.txt",
                                          "data/alto/01-to-khai/0001.xml",
                                          "data/alto/01-to-khai/0002.xml",
                                          "data/alto/02-giay-xac-nhan/0001.xml",
                                          "data/masters/inputs/0001-Quét 50__ _1_.pdf",
                                          "data/masters/set-aside/0003.pdf",
                                          "data/papers/01-to-khai.pdf",
                                          "data/papers/02-giay-xac-nhan.pdf",
                                          "data/text/01-to-khai.txt",
                                          "data/text/02-giay-xac-nhan.txt"};
  EXPECT_EQ(names, expected);
}

TEST_F(PackageTest, IsTheSameBytesInEveryTimeZone) {
  test::build_specimen_package(zip());
  const Bytes here = read_file(zip());
  ::setenv("TZ", "Pacific/Kiritimati", 1);
  ::tzset();
  const fs::path other = folder_.path() / "other.zip";
  test::build_specimen_package(other);
  ::unsetenv("TZ");
  ::tzset();
  EXPECT_EQ(read_file(other), here);
}

TEST_F(PackageTest, IsTheSameWithMoreThreads) {
  const Package alone = test::build_specimen_package(zip());
  test::SpecimenPackage specimen;
  specimen.threads = 2;
  EXPECT_EQ(test::build_specimen_package(zip(), specimen).sha256, alone.sha256);
  EXPECT_EQ(sha256_of_file(zip()), alone.sha256);
}

TEST_F(PackageTest, LeavesNoOtherFileInTheFolder) {
  test::build_specimen_package(zip());
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), {}), 1);
}

TEST_F(PackageTest, TellsItsDigestAndItsFiles) {
  const Package package = test::build_specimen_package(zip());
  EXPECT_EQ(package.sha256, sha256_of_file(zip()));
  EXPECT_EQ(package.bytes, fs::file_size(zip()));
  EXPECT_EQ(package.record.files.size(), 9U);
}

TEST_F(PackageTest, RecordSaysWhatIsInIt) {
  const Package package = test::build_specimen_package(zip());
  const ZipReader reader(zip());
  const std::string text = text_of(reader, "record.json");
  EXPECT_EQ(text, canonical_json(json_of(package.record)));
  const Json json = Json::parse(text);
  EXPECT_EQ(json["page_counts"], Json({{"in", 4}, {"out", 3}, {"set_aside", 1}}));
}

TEST_F(PackageTest, TextHasAFormFeedBetweenPages) {
  test::build_specimen_package(zip());
  const std::string text = text_of(ZipReader(zip()), "data/text/01-to-khai.txt");
  const std::string page = plain_text(test::specimen_text());
  EXPECT_EQ(text, page + "\f" + page);
}

TEST_F(PackageTest, BagInfoTellsTheDossierTheDayAndTheSize) {
  const Package package = test::build_specimen_package(zip());
  std::uint64_t bytes = 0;
  for (const FileDigest& file : package.record.files) bytes += file.bytes;
  EXPECT_EQ(text_of(ZipReader(zip()), "bag-info.txt"),
            "Bag-Software-Agent: sohoa 0.1.0\nBagging-Date: 2026-11-23\n"
            "External-Identifier: Hồ sơ mẫu\nPayload-Oxum: " +
                std::to_string(bytes) + ".9\n");
}

TEST_F(PackageTest, OtherProgramsUnpackItAndFindItsDigestsTrue) {
  const std::string python = "/usr/bin/python3";
  if (find_program(python).empty()) GTEST_SKIP() << "needs python3; run ./dev setup";
  test::build_specimen_package(zip());
  const fs::path bag = folder_.path() / "bag";
  const ProcessResult unpacked =
      run_process({python, "-m", "zipfile", "-e", zip().string(), bag.string()}, {});
  ASSERT_EQ(unpacked.exit_code, 0) << unpacked.messages;
  for (const char* manifest : {kManifestName, kTagManifestName}) {
    const ProcessResult result = run_process(
        {"env", "--chdir=" + bag.string(), "sha256sum", "-c", "--strict", "--quiet", manifest}, {});
    EXPECT_EQ(result.exit_code, 0) << result.output << result.messages;
  }
}

TEST_F(PackageTest, WithoutAnyFileIsAnInputError) {
  PackageBuilder builder({});
  Record record;
  record.dossier.name = "nothing";
  try {
    builder.finish(record, zip());
    FAIL() << "an empty package was made";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kInput);
  }
}

TEST_F(PackageTest, PaperOfPdfA3CarriesItsPartOfTheRecord) {
  test::SpecimenPackage specimen;
  specimen.output_type = OutputType::kPdfA3u;
  const Package package = test::build_specimen_package(zip(), specimen);
  EXPECT_TRUE(verify_package(zip()).empty());
  const ZipReader reader(zip());
  const Bytes paper = [&] {
    const std::string text = text_of(reader, "data/papers/01-to-khai.pdf");
    return Bytes(text.begin(), text.end());
  }();
  write_file(folder_.path() / "paper.pdf", paper);
  const ProcessResult shown =
      run_process({"qpdf", "--show-attachment=record.json", folder_.path() / "paper.pdf"}, {});
  const Record inside = record_from_json(Json::parse(shown.output));
  EXPECT_EQ(inside.job_time, package.record.job_time);
  EXPECT_EQ(inside.settings, package.record.settings);
  ASSERT_EQ(inside.dossier.papers.size(), 1u);
  EXPECT_EQ(inside.dossier.papers[0].title, "Tờ khai");
  EXPECT_EQ(inside.dossier.papers[0].pages, (std::vector<int>{1, 2}));
  EXPECT_EQ(inside.dossier.pages.size(), 2u);
  EXPECT_EQ(inside.dossier.pages[1].master_sha256, package.record.dossier.pages[1].master_sha256);
  EXPECT_TRUE(inside.files.empty());
}

TEST_F(PackageTest, ThatDoesNotVerifyIsAnError) {
  // A record that forgets a page must not leave the house.
  PackageSettings settings;
  PackageBuilder builder(settings);
  const ScannedPage page = test::specimen_scan(1, 100);
  Paper paper;
  paper.name = "to-khai";
  builder.begin_paper(paper);
  builder.add_page(test::specimen_account(1, page), page, test::specimen_text());
  Record record = test::specimen_record();
  record.dossier = {};
  try {
    builder.finish(record, zip());
    FAIL() << "a package that loses a page was made";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kOutput);
  }
}

TEST(SafeFileName, FitsEverySystem) {
  EXPECT_EQ(safe_file_name("hồ sơ.pdf"), "hồ sơ.pdf");
  EXPECT_EQ(safe_file_name("ho\u0302\u0300.pdf"), "hồ.pdf");
  EXPECT_EQ(safe_file_name("../../etc/passwd"), "_._etc_passwd");
  EXPECT_EQ(safe_file_name("a:b\\c|d?.tif. "), "a_b_c_d_.tif");
  EXPECT_EQ(safe_file_name("a\u202Egnp.exe"), "a_gnp.exe");
  EXPECT_EQ(safe_file_name("NUL.pdf"), "_NUL.pdf");
  EXPECT_EQ(safe_file_name("com1"), "_com1");
  EXPECT_EQ(safe_file_name("con.tar.gz"), "_con.tar.gz");
  EXPECT_EQ(safe_file_name(""), "file");
  EXPECT_EQ(safe_file_name("..."), "file");
  EXPECT_EQ(safe_file_name("\x01\xFF.jpg"), "_\uFFFD.jpg");
  const std::string longest = safe_file_name(std::string(300, 'x') + ".jpeg");
  EXPECT_EQ(longest.size(), 120U);
  EXPECT_TRUE(longest.ends_with(".jpeg"));
}

TEST(Manifest, EncodesWhatWouldBreakItsLines) {
  const std::string digest(64, 'a');
  const std::string text = manifest_of({{"data/50%\r\n.pdf", 1, digest}});
  EXPECT_EQ(text, digest + "  data/50%25%0D%0A.pdf\n");
  EXPECT_EQ(parse_manifest("m", text).begin()->first, "data/50%\r\n.pdf");
}

TEST(Manifest, RefusesLinesThatAreNone) {
  const std::string digest(64, 'a');
  std::string twice;
  for (int i = 0; i < 2; ++i) twice.append(digest).append("  data/a\n");
  for (const std::string& text : {std::string("hello\n"), digest + "\n", digest + "data/a\n",
                                  std::string("\n"), std::string(64, 'A') + "  data/a\n", twice}) {
    EXPECT_THROW(parse_manifest("m", text), Error) << text;
  }
}

}  // namespace
}  // namespace sohoa
