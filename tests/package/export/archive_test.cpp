#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/digest.h"
#include "pipeline/base/error.h"
#include "pipeline/package/verify.h"
#include "pipeline/package/zip/zip_contents.h"
#include "tests/package/export/export_specimen.h"

namespace sohoa {
namespace {

using test::places_of;
using Names = std::vector<std::string>;

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

class Archive : public test::Exporting {
 protected:
  static Names names_of(const std::map<std::string, std::string>& files) {
    Names names;
    for (const auto& [name, text] : files) names.push_back(name);
    return names;
  }
};

TEST_F(Archive, AipHasTheTreeOfTheCircular) {
  EXPECT_EQ(names_of(exported(ExportKind::kArchive)),
            (Names{"METS.xml", "metadata/descriptive/EAD.xml", "metadata/preservation/PREMIS.xml",
                   "representations/rep1/METS.xml", "representations/rep1/data/H99.1.2026.7.1.pdf",
                   "representations/rep1/data/H99.1.2026.7.2.pdf",
                   "representations/rep1/metadata/descriptive/EAD_doc_H99.1.2026.7.1.xml",
                   "representations/rep1/metadata/descriptive/EAD_doc_H99.1.2026.7.2.xml",
                   "representations/rep1/metadata/preservation/PREMIS_rep1.xml"}));
}

TEST_F(Archive, SipIsTheSameWithoutPremis) {
  for (const auto& [name, text] : exported(ExportKind::kArchive, PackageType::kSip)) {
    EXPECT_EQ(name.find("PREMIS"), std::string::npos);
    EXPECT_EQ(text.find("amdSec"), std::string::npos) << name;
  }
  EXPECT_EQ(verify_package(output()).size(), 0U);
}

TEST_F(Archive, FolderAndObjectIdAreOfTheFonds) {
  const std::string mets = exported(ExportKind::kArchive).at("METS.xml");
  std::smatch found;
  const std::regex id(
      "OBJID=\"urn:H99\\.1:(uuid-[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-"
      "f]{3}-[0-9a-f]{12})\"");
  ASSERT_TRUE(std::regex_search(mets, found, id)) << mets;
  EXPECT_EQ(contents_of(ZipReader(output())).top, "urn_H99.1_" + found[1].str() + "/");
  const std::string sip = exported(ExportKind::kArchive, PackageType::kSip).at("METS.xml");
  ASSERT_TRUE(std::regex_search(sip, found, std::regex("OBJID=\"(uuid-[0-9a-f-]{36})\"")));
  EXPECT_EQ(contents_of(ZipReader(output())).top, found[1].str() + "/");
}

TEST_F(Archive, MetsHasTheConstantsOfTheCircular) {
  const auto files = exported(ExportKind::kArchive);
  for (const char* name : {"METS.xml", "representations/rep1/METS.xml"}) {
    const std::string& mets = files.at(name);
    for (const char* constant :
         {"csip:OAISPACKAGETYPE=\"AIP\"", "TYPE=\"PHYSICAL\" LABEL=\"CSIP\"",
          "PROFILE=\"http://www.ra.ee/METS/v01/IP.xml\"", "CHECKSUMTYPE=\"SHA-256\"",
          "CREATEDATE=\"2026-11-23T09:30:00.000+07:00\""}) {
      EXPECT_NE(mets.find(constant), std::string::npos) << name << " " << constant;
    }
    EXPECT_EQ(count_of(mets, " ID=\""),
              count_of(mets, " ID=\"uuid-") + count_of(mets, " ID=\"ID-"));
    EXPECT_EQ(count_of(mets, "<file ID=\"ID-"), count_of(mets, "<file "));
    EXPECT_EQ(mets.find("href=\"/"), std::string::npos);
    EXPECT_EQ(mets.find("href=\"file:"), std::string::npos);
    EXPECT_EQ(mets.find("Z\""), std::string::npos) << "times are those of Vietnam";
  }
}

TEST_F(Archive, PdfsAreThoseOfTheRecordByteForByte) {
  const auto record_files = test::texts_of(record());
  const auto files = exported(ExportKind::kArchive);
  EXPECT_EQ(files.at("representations/rep1/data/H99.1.2026.7.1.pdf"),
            record_files.at("data/papers/01-to-khai.pdf"));
  EXPECT_EQ(files.at("representations/rep1/data/H99.1.2026.7.2.pdf"),
            record_files.at("data/papers/02-giay-xac-nhan.pdf"));
}

TEST_F(Archive, FileIsDescribedByItsFieldsInOrder) {
  EXPECT_EQ(exported(ExportKind::kArchive).at("metadata/descriptive/EAD.xml"),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<simpledc>\n"
            "  <arcFileCode>H99.1.2026.7</arcFileCode>\n"
            "  <title>Hồ sơ &lt;mẫu&gt;</title>\n"
            "  <maintenance>01</maintenance>\n"
            "  <mode>02</mode>\n"
            "  <language>01</language>\n"
            "  <startDate>01/02/2026</startDate>\n"
            "  <endDate>23/11/2026</endDate>\n"
            "  <totalDoc>2</totalDoc>\n"
            "  <numberOfPaper>3</numberOfPaper>\n"
            "  <numberOfPage>3</numberOfPage>\n"
            "  <format>01</format>\n"
            "  <confidenceLevel>02</confidenceLevel>\n"
            "  <paperFileCode>H99.1.K1/G2/H3.7</paperFileCode>\n"
            "  <riskRecovery>0</riskRecovery>\n"
            "</simpledc>\n");
  const auto sip = exported(ExportKind::kArchive, PackageType::kSip);
  EXPECT_NE(sip.at("metadata/descriptive/EAD.xml").find("<fileCode>"), std::string::npos);
}

TEST_F(Archive, DocumentIsDescribedByItsFieldsInOrder) {
  EXPECT_EQ(exported(ExportKind::kArchive)
                .at("representations/rep1/metadata/descriptive/EAD_doc_H99.1.2026.7.2.xml"),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<simpledc>\n"
            "  <arcFileCode>H99.1.2026.7</arcFileCode>\n"
            "  <mode>02</mode>\n"
            "  <language>01</language>\n"
            "  <numberOfPage>1</numberOfPage>\n"
            "  <confidenceLevel>02</confidenceLevel>\n"
            "  <docCode>H99.1.2026.7.0000002</docCode>\n"
            "  <docOrdinal>2</docOrdinal>\n"
            "  <typeName>07</typeName>\n"
            "  <issuedDate>01/02/2026</issuedDate>\n"
            "  <organName>UBND phường Mẫu</organName>\n"
            "  <subject>Giấy xác nhận</subject>\n"
            "</simpledc>\n");
}

TEST_F(Archive, PremisStatesTheEventAndEachFilesDigest) {
  const auto files = exported(ExportKind::kArchive);
  const std::string& premis =
      files.at("representations/rep1/metadata/preservation/PREMIS_rep1.xml");
  EXPECT_NE(premis.find("<eventType>transfer</eventType>"), std::string::npos);
  EXPECT_EQ(count_of(premis, "<messageDigestAlgorithm>SHA-256<"), 2U);
  const std::string& pdf = files.at("representations/rep1/data/H99.1.2026.7.1.pdf");
  EXPECT_EQ(count_of(premis, sha256_of(as_bytes(pdf))), 1U);
  EXPECT_NE(files.at("metadata/preservation/PREMIS.xml")
                .find("<eventType>information package creation</eventType>"),
            std::string::npos);
}

TEST_F(Archive, DocumentsWithoutAFileHaveNoDescriptionOfOne) {
  metadata_["kind"] = "documents";
  metadata_["file"] = {{"fileCode", "H99.1.2026"}};
  metadata_["documents"]["mode"] = "01";
  metadata_["documents"]["language"] = "01";
  const auto files = exported(ExportKind::kArchive);
  EXPECT_EQ(files.count("metadata/descriptive/EAD.xml"), 0U);
  EXPECT_EQ(files.count("representations/rep1/data/H99.1.2026.1.pdf"), 1U);
}

TEST_F(Archive, SchemasAreThoseThatTheArchiveSupplied) {
  schemas_ = folder_.path() / "xsd";
  std::filesystem::create_directory(schemas_);
  write_file(schemas_ / "METS.xsd", as_bytes("<a/>"));
  write_file(schemas_ / "EAD.xsd", as_bytes("<b/>"));
  write_file(schemas_ / "readme.txt", as_bytes("not a schema"));
  const auto files = exported(ExportKind::kArchive);
  EXPECT_EQ(files.at("schemas/METS.xsd"), "<a/>");
  EXPECT_EQ(files.count("schemas/readme.txt"), 0U);
  EXPECT_NE(files.at("METS.xml").find("http://www.loc.gov/METS/ schemas/METS.xsd"),
            std::string::npos);
  EXPECT_NE(files.at("representations/rep1/METS.xml").find("../../schemas/METS.xsd"),
            std::string::npos);
  EXPECT_NE(files.at("metadata/descriptive/EAD.xml").find("\"../../schemas/EAD.xsd\""),
            std::string::npos);
}

TEST_F(Archive, FolderWithoutSchemasIsAnInputError) {
  schemas_ = folder_.path() / "xsd";
  std::filesystem::create_directory(schemas_);
  EXPECT_THROW(try_export(ExportKind::kArchive), Error);
  schemas_ = folder_.path() / "no-such-folder";
  EXPECT_THROW(try_export(ExportKind::kArchive), Error);
}

TEST_F(Archive, OtherMetadataGivesAnotherUuid) {
  const auto one = exported(ExportKind::kArchive);
  const std::string top = contents_of(ZipReader(output())).top;
  metadata_["file"]["title"] = "Another";
  exported(ExportKind::kArchive);
  EXPECT_NE(contents_of(ZipReader(output())).top, top);
}

TEST_F(Archive, UnsoundRecordIsRefusedWithItsFindings) {
  std::filesystem::copy_file(record(), folder_.path() / "bad.zip");
  exported(ExportKind::kArchive);
  std::filesystem::remove(record());
  std::filesystem::copy_file(output(), record());
  EXPECT_THROW(try_export(ExportKind::kArchive), Error) << "an AIP is no record";
}

}  // namespace
}  // namespace sohoa
