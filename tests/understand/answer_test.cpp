#include "pipeline/understand/answer.h"

#include <gtest/gtest.h>

namespace sohoa {
namespace {

Field read(FieldType type, const std::string& value) {
  Field field;
  field.value = value;
  field.confidence = 1;
  read_answer(type, field);
  return field;
}

/// It is taken as it stands.
void expect_good(FieldType type, const std::string& value, const std::string& normalized) {
  const Field field = read(type, value);
  EXPECT_EQ(field.normalized, normalized) << value;
  EXPECT_EQ(field.doubt, FieldDoubt::kNone) << value;
  EXPECT_EQ(field.confidence, 1) << value;
  EXPECT_EQ(field.value, value) << "as printed";
}

void expect_repaired(FieldType type, const std::string& value, const std::string& normalized) {
  const Field field = read(type, value);
  EXPECT_EQ(field.normalized, normalized) << value;
  EXPECT_EQ(field.doubt, FieldDoubt::kNone) << value;
  EXPECT_LT(field.confidence, 1) << value;
  EXPECT_GT(field.confidence, 0) << value;
}

void expect_wrong(FieldType type, const std::string& value) {
  const Field field = read(type, value);
  EXPECT_EQ(field.normalized, "") << value;
  EXPECT_EQ(field.doubt, FieldDoubt::kPatternNotMet) << value;
}

TEST(Answer, NothingIsNotFoundWhateverTheType) {
  for (const FieldType type :
       {FieldType::kText, FieldType::kPerson, FieldType::kDate, FieldType::kYear,
        FieldType::kPersonalNumber, FieldType::kSex, FieldType::kPlace, FieldType::kNumber,
        FieldType::kMoney, FieldType::kDocumentNumber, FieldType::kAgency, FieldType::kPhone,
        FieldType::kChoice}) {
    EXPECT_EQ(read(type, "").doubt, FieldDoubt::kNotFound);
  }
}

TEST(Answer, OfTextPlaceAgencyAndChoiceIsTakenWithoutItsEnds) {
  for (const FieldType type :
       {FieldType::kText, FieldType::kPlace, FieldType::kAgency, FieldType::kChoice}) {
    expect_good(type, ": khóm Một, phường Mẫu .", "khóm Một, phường Mẫu");
    expect_wrong(type, "......");
  }
}

TEST(Answer, OfAPersonIsAName) {
  expect_good(FieldType::kPerson, "TRẦN VĂN MẪU", "Trần Văn Mẫu");
  expect_good(FieldType::kPerson, "Trần Văn Mẫu, sinh năm 1970", "Trần Văn Mẫu");
  expect_good(FieldType::kPerson, "Ông Trần Văn Mẫu (chồng)", "Trần Văn Mẫu");
  expect_wrong(FieldType::kPerson, "không có");
  expect_wrong(FieldType::kPerson, "046192996092");
}

TEST(Answer, OfADateIsADay) {
  expect_good(FieldType::kDate, "02/9/2026", "2026-09-02");
  expect_good(FieldType::kDate, "ngày 02 tháng 9 năm 2026", "2026-09-02");
  expect_good(FieldType::kDate, "02 tháng 9 năm 2026", "2026-09-02");
  expect_good(FieldType::kDate, "02.9.2026 tại xã Mẫu", "2026-09-02");
  expect_wrong(FieldType::kDate, "31/02/2026");
  expect_wrong(FieldType::kDate, "1990");
  expect_wrong(FieldType::kDate, "mùa thu");
}

TEST(Answer, OfAYearIsAYear) {
  expect_good(FieldType::kYear, "1990", "1990");
  expect_good(FieldType::kYear, "02/9/1990", "1990");
  expect_good(FieldType::kYear, "sinh năm 1990.", "1990");
  expect_wrong(FieldType::kYear, "không rõ");
  expect_wrong(FieldType::kYear, "19");
}

TEST(Answer, OfAPersonalNumberIsTwelveOrNineDigits) {
  expect_good(FieldType::kPersonalNumber, "001190004567", "001190004567");
  expect_good(FieldType::kPersonalNumber, "012345678", "012345678");
  expect_good(FieldType::kPersonalNumber, "001 190 004 567", "001190004567");
  expect_good(FieldType::kPersonalNumber, "CCCD số 001190004567 cấp ngày 02/9/2021",
              "001190004567");
  expect_repaired(FieldType::kPersonalNumber, "OO119OOO4567", "001190004567");
  expect_repaired(FieldType::kPersonalNumber, "00I19000456B", "001190004568");
  expect_wrong(FieldType::kPersonalNumber, "00119000456");
  expect_wrong(FieldType::kPersonalNumber, "0011900045678");
  expect_wrong(FieldType::kPersonalNumber, "chưa có");
}

TEST(Answer, OfASexIsOneOfTwoWords) {
  expect_good(FieldType::kSex, "Nam", "Nam");
  expect_good(FieldType::kSex, "NỮ", "Nữ");
  expect_good(FieldType::kSex, "nữ.", "Nữ");
  expect_repaired(FieldType::kSex, "Nu", "Nữ");
  expect_repaired(FieldType::kSex, "Nừ", "Nữ");
  expect_wrong(FieldType::kSex, "khác");
  expect_wrong(FieldType::kSex, "N");
}

TEST(Answer, OfANumberIsTheFirst) {
  expect_good(FieldType::kNumber, "02 bản", "02");
  expect_good(FieldType::kNumber, "120,5 m2", "120,5");
  expect_good(FieldType::kNumber, "khoảng 1.250 m2", "1250");
  expect_wrong(FieldType::kNumber, "nhiều");
}

TEST(Answer, OfMoneyHasNoDots) {
  expect_good(FieldType::kMoney, "1.250.000 đồng", "1250000");
  expect_good(FieldType::kMoney, "500000đ", "500000");
  expect_wrong(FieldType::kMoney, "một triệu đồng");
}

TEST(Answer, OfADocumentNumberIsWithoutSpaces) {
  expect_good(FieldType::kDocumentNumber, "47 / QĐ - UBND", "47/QĐ-UBND");
  expect_good(FieldType::kDocumentNumber, "CH 123456", "CH 123456");
  expect_wrong(FieldType::kDocumentNumber, "....");
}

TEST(Answer, OfAPhoneIsDigitsAlone) {
  expect_good(FieldType::kPhone, "0912.345.678", "0912345678");
  expect_good(FieldType::kPhone, "0912 345 678", "0912345678");
  expect_repaired(FieldType::kPhone, "O9I2345678", "0912345678");
  expect_wrong(FieldType::kPhone, "091");
  expect_wrong(FieldType::kPhone, "không");
}

}  // namespace
}  // namespace sohoa
