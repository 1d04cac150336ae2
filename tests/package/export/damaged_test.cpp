#include <gtest/gtest.h>
#include <sys/stat.h>
#include <zip.h>

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>

#include "pipeline/base/digest.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/package/mets/mets_check.h"
#include "pipeline/package/verify.h"
#include "tests/package/export/export_specimen.h"

namespace sohoa {
namespace {

using Places = std::vector<std::string>;

/// Damages an export in one way at a time.
class Damaged : public test::Exporting {
 protected:
  static constexpr char kPdf[] = "representations/rep1/data/H99.1.2026.7.1.pdf";
  static constexpr char kDescription[] =
      "representations/rep1/metadata/descriptive/EAD_doc_H99.1.2026.7.1.xml";

  void make(ExportKind kind) const { exported(kind); }

  static zip_source_t* buffer(zip_t* archive, const std::string& text) {
    void* copy = std::malloc(text.size());
    std::memcpy(copy, text.data(), text.size());
    return zip_source_buffer(archive, copy, text.size(), 1);
  }

  /// The entry whose name ends so: the folder's name is not known.
  static zip_uint64_t find(zip_t* archive, const std::string& end) {
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
      const std::string name = zip_get_name(archive, static_cast<zip_uint64_t>(i), 0);
      if (name == end || name.ends_with("/" + end)) return static_cast<zip_uint64_t>(i);
    }
    ADD_FAILURE() << end;
    return 0;
  }

  static std::string top(zip_t* archive) {
    const std::string name = zip_get_name(archive, 0, 0);
    return name.substr(0, name.find('/') + 1);
  }

  static void add(zip_t* archive, const std::string& name, const std::string& text) {
    EXPECT_GE(zip_file_add(archive, name.c_str(), buffer(archive, text), ZIP_FL_ENC_UTF_8), 0);
  }

  void remove(const std::string& name) const {
    change([&](zip_t* a) { zip_delete(a, find(a, name)); });
  }

  void replace(const std::string& name, const std::string& text) const {
    change([&](zip_t* a) { zip_file_replace(a, find(a, name), buffer(a, text), 0); });
  }

  /// Changes a text of the package, and nothing else.
  void edit(const std::string& name, const std::string& from, const std::string& to) const {
    std::string text = test::texts_of(output()).at(name);
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
    replace(name, text);
  }

  void change(const std::function<void(zip_t*)>& how) const {
    zip_t* archive = zip_open(output().c_str(), 0, nullptr);
    ASSERT_NE(archive, nullptr);
    how(archive);
    ASSERT_EQ(zip_close(archive), 0) << zip_strerror(archive);
  }

  Places places() const { return test::places_of(verify_package(output())); }
};

TEST_F(Damaged, SoundExportsAreSound) {
  for (const ExportKind kind : {ExportKind::kArchive, ExportKind::kEark, ExportKind::kBagit,
                                ExportKind::kOneStop, ExportKind::kCivilBook}) {
    make(kind);
    EXPECT_EQ(places(), Places{});
  }
}

TEST_F(Damaged, FlippedByteOfAPdfIsFoundByMetsAndPremis) {
  make(ExportKind::kArchive);
  std::string pdf = test::texts_of(output()).at(kPdf);
  pdf[pdf.size() / 2] = static_cast<char>(pdf[pdf.size() / 2] ^ 1);
  replace(kPdf, pdf);
  EXPECT_EQ(places(), (Places{std::string("mets.digest ") + kPdf,
                              std::string("mets.premis-digest ") + kPdf}));
}

TEST_F(Damaged, MissingPdfIsFound) {
  make(ExportKind::kArchive);
  remove(kPdf);
  EXPECT_EQ(places(), (Places{std::string("mets.file-missing ") + kPdf,
                              std::string("mets.description-orphan ") + kDescription}));
}

TEST_F(Damaged, MissingDescriptionIsFound) {
  make(ExportKind::kArchive);
  remove(kDescription);
  EXPECT_EQ(places(), (Places{std::string("mets.file-missing ") + kDescription,
                              std::string("mets.description-missing ") + kPdf}));
}

TEST_F(Damaged, OrphanIsFound) {
  make(ExportKind::kArchive);
  change([](zip_t* a) { add(a, top(a) + "documentation/stranger.txt", "x"); });
  EXPECT_EQ(places(), Places{"mets.file-unlisted documentation/stranger.txt"});
}

TEST_F(Damaged, WrongSizeIsFound) {
  make(ExportKind::kArchive);
  replace("metadata/descriptive/EAD.xml", "<simpledc/>");
  EXPECT_EQ(places(), (Places{"mets.size metadata/descriptive/EAD.xml",
                              "mets.digest metadata/descriptive/EAD.xml"}));
}

TEST_F(Damaged, ReferenceThatLeadsOutIsFound) {
  make(ExportKind::kArchive);
  edit("METS.xml", "href=\"metadata/descriptive/EAD.xml\"", "href=\"../../etc/passwd\"");
  EXPECT_EQ(places(), (Places{"mets.reference-outside METS.xml ../../etc/passwd",
                              "mets.file-unlisted metadata/descriptive/EAD.xml"}));
}

TEST_F(Damaged, IdThatIsNotThereIsFound) {
  make(ExportKind::kArchive);
  edit("METS.xml", "DMDID=\"uuid-", "DMDID=\"uuid-0");
  EXPECT_EQ(test::codes_of(verify_package(output())), Places{"mets.id-unknown"});
}

TEST_F(Damaged, IdThatIsThereTwiceIsFound) {
  make(ExportKind::kArchive);
  const std::string mets = test::texts_of(output()).at("METS.xml");
  const std::size_t first = mets.find("<amdSec ID=\"") + 12;
  const std::size_t second = mets.find("<fileSec ID=\"") + 13;
  edit("METS.xml", mets.substr(second, 41), mets.substr(first, 41));
  EXPECT_EQ(places(), Places{"mets.id-duplicate " + mets.substr(first, 41)});
}

TEST_F(Damaged, FolderOfAnotherNameIsFound) {
  make(ExportKind::kArchive);
  edit("METS.xml", "OBJID=\"urn:H99.1:", "OBJID=\"urn:H99.2:");
  EXPECT_EQ(places(), Places{"mets.object-id METS.xml"});
}

TEST_F(Damaged, MetsThatCannotBeReadIsFound) {
  make(ExportKind::kArchive);
  replace("METS.xml", "<mets");
  EXPECT_EQ(test::codes_of(verify_package(output())),
            (Places{"mets.unreadable", "mets.file-unlisted"}));
}

TEST_F(Damaged, EntitiesOfAMetsAreNotExpanded) {
  make(ExportKind::kArchive);
  edit("METS.xml", "<mets ", "<!DOCTYPE mets [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<mets ");
  const std::vector<Finding> findings = verify_package(output());
  ASSERT_FALSE(findings.empty());
  EXPECT_EQ(findings.front().code, "mets.unreadable");
  EXPECT_NE(findings.front().reason.find("document type"), std::string::npos);
}

TEST_F(Damaged, MetsThatOnlyAPointerNamesIsNamedButLacksItsDigest) {
  make(ExportKind::kArchive);
  std::string mets = test::texts_of(output()).at("METS.xml");
  const std::size_t location = mets.find(
      "<FLocat LOCTYPE=\"URL\" xlink:type=\"simple\" "
      "xlink:href=\"representations/rep1/METS.xml\"");
  ASSERT_NE(location, std::string::npos);
  const std::size_t file = mets.rfind("<file ", location);
  mets.erase(file, mets.find("</file>", file) + 7 - file);
  replace("METS.xml", mets);
  EXPECT_EQ(places(), Places{"mets.facts-missing representations/rep1/METS.xml"});
}

TEST_F(Damaged, MoreMetsThanTheLimitsAllowIsSaid) {
  make(ExportKind::kArchive);
  const ZipReader zip(output());
  const auto places_within = [&](const MetsLimits& limits) {
    PackageFindings findings;
    check_mets_package(zip, contents_of(zip), findings, limits);
    return test::places_of(findings.take());
  };
  constexpr std::uint64_t kMuch = 1 << 20;
  EXPECT_EQ(places_within({1000, kMuch, kMuch}), Places{});
  const std::string unread = "mets.unreadable representations/rep1/METS.xml";
  EXPECT_EQ(places_within({1, kMuch, kMuch}).front(), unread);
  EXPECT_EQ(places_within({1000, kMuch, 1000}).front(), unread);
  EXPECT_EQ(places_within({1000, 1000, kMuch}).front(), "mets.unreadable METS.xml");
}

TEST_F(Damaged, WeakDigestIsFound) {
  make(ExportKind::kArchive);
  edit("METS.xml", "CHECKSUMTYPE=\"SHA-256\"", "CHECKSUMTYPE=\"MD5\"");
  EXPECT_EQ(places(), Places{"mets.digest-type metadata/descriptive/EAD.xml"});
}

TEST_F(Damaged, BagsOtherManifestIsCheckedToo) {
  make(ExportKind::kBagit);
  edit("manifest-sha512.txt", "data/", "data/x");
  const Places found = test::codes_of(verify_package(output()));
  EXPECT_EQ(found, (Places{"package.file-missing", "package.file-unlisted", "package.digest"}));
}

TEST_F(Damaged, ChangedFileOfABagIsFound) {
  make(ExportKind::kBagit);
  replace("data/text/01-to-khai.txt", "x");
  EXPECT_EQ(test::codes_of(verify_package(output())),
            (Places{"package.digest", "package.payload-oxum", "package.record-files"}));
}

TEST_F(Damaged, RowWithoutAPdfAndPdfWithoutARowAreFound) {
  make(ExportKind::kCivilBook);
  const std::filesystem::path inner = folder_.path() / "inner.zip";
  zip_t* archive = zip_open(inner.c_str(), ZIP_CREATE, nullptr);
  add(archive, "KS-2026-01.1.pdf", "%PDF-1.7 one");
  add(archive, "KS-2026-01.3.pdf", "%PDF-1.7 three");
  ASSERT_EQ(zip_close(archive), 0);
  const Bytes bytes = read_file(inner);
  replace("KS-2026-01.zip", std::string(as_text(bytes)));
  EXPECT_EQ(places(),
            (Places{"book.pdf-missing KS-2026-01.2.pdf", "book.row-missing KS-2026-01.3.pdf"}));
}

TEST_F(Damaged, HostileZipInsideABookIsRefused) {
  make(ExportKind::kCivilBook);
  const std::filesystem::path inner = folder_.path() / "inner.zip";
  zip_t* archive = zip_open(inner.c_str(), ZIP_CREATE, nullptr);
  add(archive, "../KS-2026-01.1.pdf", "%PDF-1.7 one");
  ASSERT_EQ(zip_close(archive), 0);
  const Bytes bytes = read_file(inner);
  replace("KS-2026-01.zip", std::string(as_text(bytes)));
  EXPECT_EQ(places(), Places{"package.entry-name KS-2026-01.zip ../KS-2026-01.1.pdf"});
  replace("KS-2026-01.zip", "no zip");
  EXPECT_EQ(places(), Places{"book.unreadable KS-2026-01.zip"});
}

TEST_F(Damaged, TableThatIsNoTableIsFound) {
  make(ExportKind::kCivilBook);
  replace("KS-2026-01.xlsx", "no workbook");
  EXPECT_EQ(places(), Places{"book.unreadable KS-2026-01.xlsx"});
}

TEST_F(Damaged, HostileNamesAreRefusedInEveryKind) {
  for (const ExportKind kind : {ExportKind::kArchive, ExportKind::kEark, ExportKind::kBagit,
                                ExportKind::kOneStop, ExportKind::kCivilBook}) {
    make(kind);
    change([](zip_t* a) { add(a, "../escape", "x"); });
    EXPECT_EQ(places(), Places{"package.entry-name ../escape"});
    make(kind);
    change([](zip_t* a) {
      zip_file_set_external_attributes(a, 0, 0, ZIP_OPSYS_UNIX,
                                       static_cast<zip_uint32_t>(S_IFLNK | 0777) << 16);
    });
    EXPECT_EQ(test::codes_of(verify_package(output())), Places{"package.entry-content"});
    make(kind);
    change([](zip_t* a) { add(a, top(a) + "bomb.txt", std::string(64 << 20, '\0')); });
    EXPECT_EQ(test::codes_of(verify_package(output())), Places{"package.entry-content"});
  }
}

TEST_F(Damaged, NoSingleFlippedByteOfAnArchivePasses) {
  make(ExportKind::kArchive);
  const Bytes good = read_file(output());
  const std::size_t directory = as_text(good).find("PK\x01\x02");
  constexpr std::size_t kStep = 211;
  for (std::size_t at = 0; at < directory; at += kStep) {
    std::string text(as_text(good));
    text[at] = static_cast<char>(text[at] ^ 0x10);
    std::ofstream(output(), std::ios::binary) << text;
    bool noticed = false;
    try {
      noticed = !verify_package(output()).empty();
    } catch (const Error&) {
      noticed = true;
    }
    EXPECT_TRUE(noticed) << "byte " << at;
  }
}

}  // namespace
}  // namespace sohoa
