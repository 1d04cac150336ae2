#include "pipeline/understand/paper_check.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/understand/pages.h"

namespace sohoa {
namespace {

using test::field_named;

PaperKind decision_on_a_person() {
  PaperKind kind;
  kind.id = "quyet-dinh";
  kind.abbreviation = "QĐ";
  kind.persons = {{"ho_ten", "so_dinh_danh", "ngay_sinh", "gioi_tinh"}};
  return kind;
}

/// Of a woman born 1990 in province 001, unless changed.
struct Case {
  std::string number = "001190004567";
  std::string birth = "1990-03-14";
  std::string sex = "Nữ";
  std::string symbol = "47/QĐ-UBND";
  std::string issued = "2026-09-02";
  std::string valid_to = "2027-09-02";
};

Paper paper_of(const Case& told) {
  Paper paper;
  paper.name = "quyet-dinh";
  for (const auto& [name, value] :
       std::vector<std::pair<std::string, std::string>>{{"so_dinh_danh", told.number},
                                                        {"ngay_sinh", told.birth},
                                                        {"gioi_tinh", told.sex},
                                                        {"so_ky_hieu", told.symbol},
                                                        {"ngay_ban_hanh", told.issued},
                                                        {"hieu_luc", told.valid_to}}) {
    if (value.empty()) continue;
    Field field;
    field.name = name;
    field.value = field.normalized = value;
    field.confidence = 0.95;
    paper.fields.push_back(field);
  }
  return paper;
}

Paper checked(const Case& told) {
  Paper paper = paper_of(told);
  const PaperKind kind = decision_on_a_person();
  check_paper(&kind, paper);
  return paper;
}

bool found(const Paper& paper, const std::string& code) {
  return std::any_of(paper.findings.begin(), paper.findings.end(),
                     [&](const Finding& finding) { return finding.code == code; });
}

FieldDoubt doubt_of(const Paper& paper, const std::string& name) {
  return field_named(paper.fields, name).doubt;
}

TEST(PaperCheck, WhatAgreesIsCrossChecked) {
  const Paper paper = checked({});
  EXPECT_TRUE(paper.findings.empty());
  EXPECT_EQ(field_named(paper.fields, "so_dinh_danh").method, FieldMethod::kCrossChecked);
  for (const Field& field : paper.fields) EXPECT_EQ(field.doubt, FieldDoubt::kNone) << field.name;
}

TEST(PaperCheck, NumberIsHeldAgainstBirth) {
  const Paper paper = checked({.birth = "1991-03-14"});
  EXPECT_TRUE(found(paper, "field.number-birth"));
  EXPECT_EQ(doubt_of(paper, "so_dinh_danh"), FieldDoubt::kPatternNotMet);
  EXPECT_EQ(doubt_of(paper, "ngay_sinh"), FieldDoubt::kPatternNotMet);
  EXPECT_EQ(doubt_of(paper, "gioi_tinh"), FieldDoubt::kNone);
  EXPECT_EQ(field_named(paper.fields, "so_dinh_danh").method, FieldMethod::kPrint);
}

TEST(PaperCheck, YearOfBirthIsEnough) {
  EXPECT_TRUE(checked({.birth = "1990"}).findings.empty());
  EXPECT_TRUE(found(checked({.birth = "1980"}), "field.number-birth"));
}

TEST(PaperCheck, NumberIsHeldAgainstSex) {
  const Paper paper = checked({.sex = "Nam"});
  EXPECT_TRUE(found(paper, "field.number-sex"));
  EXPECT_FALSE(found(paper, "field.number-birth"));
  EXPECT_EQ(doubt_of(paper, "so_dinh_danh"), FieldDoubt::kPatternNotMet);
  EXPECT_EQ(doubt_of(paper, "gioi_tinh"), FieldDoubt::kPatternNotMet);
}

TEST(PaperCheck, CenturyIsInTheNumber) {
  EXPECT_TRUE(checked({.number = "001305004567", .birth = "2005-03-14"}).findings.empty());
  EXPECT_TRUE(
      found(checked({.number = "001105004567", .birth = "2005-03-14"}), "field.number-birth"));
}

TEST(PaperCheck, WhatIsNotThereIsNotHeldAgainstAnything) {
  EXPECT_TRUE(checked({.birth = "", .sex = ""}).findings.empty());
  EXPECT_TRUE(checked({.number = ""}).findings.empty());
  const Paper old_card = checked({.number = "012345678", .birth = "1950"});
  EXPECT_TRUE(old_card.findings.empty()) << "nine digits tell nothing";
}

TEST(PaperCheck, NumberAloneIsNotCrossChecked) {
  EXPECT_EQ(field_named(checked({.birth = "", .sex = ""}).fields, "so_dinh_danh").method,
            FieldMethod::kPrint);
}

TEST(PaperCheck, TypeInTheNumberIsHeldAgainstTheTitle) {
  const Paper paper = checked({.symbol = "47/TB-UBND"});
  EXPECT_TRUE(found(paper, "field.number-type"));
  EXPECT_EQ(doubt_of(paper, "so_ky_hieu"), FieldDoubt::kPatternNotMet);
  EXPECT_TRUE(checked({.symbol = "12/2026/QĐ-UBND"}).findings.empty());
  EXPECT_TRUE(checked({.symbol = "47/QĐ"}).findings.empty());
  EXPECT_TRUE(found(checked({.symbol = "47/QĐA-UBND"}), "field.number-type"));
}

TEST(PaperCheck, ValidityDoesNotEndBeforeItBegins) {
  const Paper paper = checked({.valid_to = "2026-09-01"});
  EXPECT_TRUE(found(paper, "field.date-order"));
  EXPECT_EQ(doubt_of(paper, "hieu_luc"), FieldDoubt::kPatternNotMet);
  EXPECT_EQ(doubt_of(paper, "ngay_ban_hanh"), FieldDoubt::kPatternNotMet);
  EXPECT_TRUE(checked({.valid_to = "2026-09-02"}).findings.empty()) << "the same day";
  EXPECT_TRUE(checked({.valid_to = "vô thời hạn"}).findings.empty());
}

TEST(PaperCheck, DoubtThatIsThereStays) {
  Paper paper = paper_of({.birth = "1991-03-14"});
  for (Field& field : paper.fields) field.doubt = FieldDoubt::kLowConfidence;
  const PaperKind kind = decision_on_a_person();
  check_paper(&kind, paper);
  EXPECT_EQ(doubt_of(paper, "so_dinh_danh"), FieldDoubt::kLowConfidence);
}

TEST(PaperCheck, WithoutAKindOnlyWhatHoldsForAll) {
  Paper paper = paper_of({.birth = "1991-03-14", .symbol = "47/TB-UBND", .valid_to = "2026-09-01"});
  check_paper(nullptr, paper);
  EXPECT_EQ(paper.findings.size(), 1u);
  EXPECT_TRUE(found(paper, "field.date-order"));
}

TEST(PaperCheck, FindingsHoldNoRecognizedText) {
  Paper paper = checked({.birth = "1991-03-14", .sex = "Nam", .symbol = "47/TB-UBND"});
  EXPECT_EQ(paper.findings.size(), 3u);
  for (const Finding& finding : paper.findings) {
    const std::string message = message_of(finding);
    for (const Field& field : paper.fields) {
      EXPECT_EQ(message.find(field.normalized), std::string::npos) << message;
    }
  }
}

}  // namespace
}  // namespace sohoa
