#include <gtest/gtest.h>

#include "pipeline/base/error.h"
#include "pipeline/package/export/archive_date.h"
#include "pipeline/package/export/described.h"
#include "tests/package/export/export_specimen.h"
#include "tests/support/schema.h"

namespace sohoa {
namespace {

using Places = std::vector<std::string>;

/// One fault at a time in metadata that lacks nothing.
class Metadata : public test::Exporting {
 protected:
  Places faults(PackageType type = PackageType::kAip) const {
    const std::vector<Finding> findings = try_export(ExportKind::kArchive, type);
    EXPECT_FALSE(!findings.empty() && std::filesystem::exists(output())) << "something was written";
    return test::places_of(findings);
  }

  Places faults_with(const char* part, const char* field, const Json& value) {
    metadata_ = test::specimen_metadata();
    metadata_[part][field] = value;
    return faults();
  }
};

TEST_F(Metadata, MissingFieldsAreNamedEach) {
  for (const char* field : {"fileCode", "title", "maintenance", "mode", "language", "numberOfPaper",
                            "format", "paperFileCode"}) {
    metadata_ = test::specimen_metadata();
    metadata_["file"].erase(field);
    const Places found = faults();
    ASSERT_FALSE(found.empty()) << field;
    EXPECT_EQ(found.back(), std::string("metadata.missing metadata file.") + field);
  }
  metadata_ = test::specimen_metadata();
  metadata_["documents"].erase("organName");
  EXPECT_EQ(faults(), (Places{"metadata.missing metadata papers[1].fields.organName",
                              "metadata.missing metadata papers[2].fields.organName"}));
}

TEST_F(Metadata, PartiesAreNamed) {
  metadata_.erase("fonds");
  metadata_.erase("agency");
  EXPECT_EQ(faults(), (Places{"metadata.missing metadata fonds.code",
                              "metadata.missing metadata agency.name"}));
}

TEST_F(Metadata, PaperFileCodeIsForWhatWasDigitized) {
  metadata_["file"].erase("paperFileCode");
  EXPECT_EQ(faults(), Places{"metadata.missing metadata file.paperFileCode"});
  metadata_["file"]["confidenceLevel"] = "01";
  EXPECT_EQ(faults(), Places{});
}

TEST_F(Metadata, PaperFileCodeHasThreeParts) {
  EXPECT_EQ(faults_with("file", "paperFileCode", "H99"),
            Places{"metadata.pattern metadata file.paperFileCode"});
}

TEST_F(Metadata, RiskRecoveryAsksForItsStatus) {
  EXPECT_EQ(faults_with("file", "riskRecovery", true),
            Places{"metadata.missing metadata file.riskRecoveryStatus"});
  metadata_["file"]["riskRecoveryStatus"] = "03";
  EXPECT_EQ(faults(), Places{"metadata.code metadata file.riskRecoveryStatus"});
  metadata_["file"]["riskRecoveryStatus"] = "01";
  EXPECT_EQ(faults(), Places{});
}

TEST_F(Metadata, CodesAreThoseOfTheLists) {
  for (const char* field : {"maintenance", "mode", "language", "format", "confidenceLevel"}) {
    const Places found = faults_with("file", field, "99");
    ASSERT_FALSE(found.empty());
    EXPECT_NE(
        std::find(found.begin(), found.end(), std::string("metadata.code metadata file.") + field),
        found.end())
        << field;
  }
  EXPECT_EQ(faults_with("documents", "typeName", "33"),
            Places{"metadata.code metadata papers[1].fields.typeName"});
}

TEST_F(Metadata, LengthsAreLimited) {
  std::string title;
  for (int i = 0; i < 1000; ++i) title += "ồ";
  EXPECT_EQ(faults_with("file", "title", title), Places{});
  std::filesystem::remove(output());
  EXPECT_EQ(faults_with("file", "title", title + "a"),
            Places{"metadata.too-long metadata file.title"});
}

TEST_F(Metadata, DatesAreInTheCalendar) {
  for (const char* date : {"31/02/2026", "2026-02-01", "1/2/2026", "32/01/2026", "00/01/2026"}) {
    const Places found = faults_with("documents", "issuedDate", date);
    ASSERT_FALSE(found.empty()) << date;
    EXPECT_EQ(found.front(), "metadata.date metadata papers[1].fields.issuedDate") << date;
  }
  EXPECT_EQ(faults_with("documents", "issuedDate", "2026"), Places{});
  std::filesystem::remove(output());
  EXPECT_EQ(faults(PackageType::kSip).front(), "metadata.date metadata papers[1].fields.issuedDate")
      << "a SIP asks for the day";
}

TEST_F(Metadata, CountsMustBeThoseOfTheRecord) {
  EXPECT_EQ(faults_with("file", "totalDoc", 3),
            Places{"metadata.disagrees metadata file.totalDoc"});
  EXPECT_EQ(faults_with("file", "numberOfPage", 4),
            Places{"metadata.disagrees metadata file.numberOfPage"});
  EXPECT_EQ(faults_with("file", "totalDoc", 2), Places{});
  std::filesystem::remove(output());
  metadata_["papers"][0]["fields"]["docCode"] = "H99.1.2026.7.0000003";
  EXPECT_EQ(faults(), Places{"metadata.disagrees metadata papers[2].fields.docCode"});
}

TEST_F(Metadata, UnknownFieldsAndPapersAreNamed) {
  EXPECT_EQ(faults_with("file", "colour", "red"), Places{"metadata.unknown metadata file.colour"});
  metadata_ = test::specimen_metadata();
  metadata_["papers"][0]["number"] = 7;
  EXPECT_EQ(faults(), Places{"metadata.paper-unknown metadata papers[7]"});
}

TEST_F(Metadata, FondsThatWouldLeadOutOfItsFolderIsRefused) {
  for (const char* code : {"../..", "a/b", "a\\b", "a\nb"}) {
    EXPECT_EQ(faults_with("fonds", "code", code), Places{"metadata.pattern metadata fonds.code"})
        << code;
  }
}

TEST_F(Metadata, PatternIsNotTriedOnALongText) {
  EXPECT_EQ(faults_with("fonds", "code", std::string(200'000, 'a')),
            Places{"metadata.pattern metadata fonds.code"});
  const Places found = faults_with("file", "fileCode", std::string(200'000, 'a'));
  EXPECT_NE(std::find(found.begin(), found.end(), "metadata.pattern metadata file.fileCode"),
            found.end());
}

TEST_F(Metadata, FileCodeThatWouldLeadOutOfItsFolderIsRefused) {
  const Places found = faults_with("file", "fileCode", "../../x");
  EXPECT_NE(std::find(found.begin(), found.end(), "metadata.pattern metadata file.fileCode"),
            found.end());
}

TEST(MetadataFile, WhatIsNotOfTheSchemaIsRefused) {
  Json json = test::specimen_metadata();
  json["mood"] = "good";
  EXPECT_THROW(export_metadata_from_json(json), Error);
  json = test::specimen_metadata();
  json["schema"] = "sohoa.export-metadata/2";
  EXPECT_THROW(export_metadata_from_json(json), Error);
  json = test::specimen_metadata();
  json["file"]["title"] = Json::array();
  EXPECT_THROW(export_metadata_from_json(json), Error);
  json = test::specimen_metadata();
  json["papers"].push_back(json["papers"][0]);
  EXPECT_THROW(export_metadata_from_json(json), Error);
}

TEST(MetadataFile, MeetsItsSchema) {
  SOHOA_NEEDS_SCHEMA_VALIDATOR();
  Json json = test::specimen_metadata();
  EXPECT_EQ(test::schema_complaints("export-metadata.json", json), "");
  json["mood"] = "good";
  EXPECT_NE(test::schema_complaints("export-metadata.json", json), "");
}

/// A record of one decision whose fields were read.
Record decision() {
  Record record;
  Paper paper;
  paper.name = "03-quyet-dinh-2";
  paper.title = "Quyết định";
  paper.pages = {1, 2};
  const auto add = [&](const char* name, const char* value, const char* normalized) {
    Field field;
    field.name = name;
    field.value = value;
    field.normalized = normalized;
    paper.fields.push_back(field);
  };
  add("so_ky_hieu", "123/QĐ-UBND", "");
  add("ngay_ban_hanh", "ngày 05 tháng 9 năm 2026", "2026-09-05");
  add("co_quan_ban_hanh", "UBND phường Mẫu", "");
  add("trich_yeu", "Về việc thử", "");
  record.dossier.papers = {paper};
  return record;
}

FieldValues described_fields(const Record& record) {
  ExportMetadata metadata;
  metadata.file["fileCode"] = "H99.7";
  return describe(record, metadata, load_package_profile("tt05-2025"), PackageType::kSip)
      .documents.at(0)
      .values;
}

TEST(DescribedTest, FieldsOfThePaperDescribeIt) {
  const FieldValues values = described_fields(decision());
  EXPECT_EQ(values.at("codeNumber"), "123");
  EXPECT_EQ(values.at("codeNotation"), "QĐ-UBND");
  EXPECT_EQ(values.at("issuedDate"), "05/09/2026");
  EXPECT_EQ(values.at("organName"), "UBND phường Mẫu");
  EXPECT_EQ(values.at("subject"), "Về việc thử");
  EXPECT_EQ(values.at("typeName"), "02");
  EXPECT_EQ(values.at("numberOfPage"), "2");
  EXPECT_EQ(values.at("docCode"), "H99.7.0000001");
}

TEST(DescribedTest, DoubtedFieldIsNotUsed) {
  Record record = decision();
  record.dossier.papers[0].fields[2].doubt = FieldDoubt::kLowConfidence;
  record.dossier.papers[0].fields[3].doubt = FieldDoubt::kPatternNotMet;
  const FieldValues values = described_fields(record);
  EXPECT_EQ(values.count("organName"), 0U);
  EXPECT_EQ(values.at("subject"), "Quyết định") << "its title stands in";
}

TEST(DescribedTest, PaperOfNoKnownTypeIsOfTheOthers) {
  Record record = decision();
  record.dossier.papers[0].name = "to-khai";
  EXPECT_EQ(described_fields(record).at("typeName"), "32");
  record.dossier.papers[0].name = "quyet-dinhx";
  EXPECT_EQ(described_fields(record).at("typeName"), "32");
}

TEST(ArchiveTime, IsThatOfVietnam) {
  EXPECT_EQ(archive_time("2026-11-23T09:30:00+07:00"), "2026-11-23T09:30:00.000+07:00");
  EXPECT_EQ(archive_time("2026-12-31T20:00:01Z"), "2027-01-01T03:00:01.000+07:00");
  EXPECT_EQ(archive_time("2024-02-28T23:30:00-05:30"), "2024-02-29T12:00:00.000+07:00");
  for (const char* text : {"", "2026-11-23", "2026-13-01T00:00:00Z", "2026-11-23T09:30:00",
                           "2026-11-23 09:30:00Z", "2026-02-30T00:00:00Z"}) {
    EXPECT_EQ(archive_time(text), "") << text;
  }
}

}  // namespace
}  // namespace sohoa
