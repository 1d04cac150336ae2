#include "pipeline/understand/code_fields.h"

#include <gtest/gtest.h>

#include "tests/understand/pages.h"

namespace sohoa {
namespace {

using test::field_named;
using test::page_of;

constexpr char kCard[] =
    "001199990123|012345678|Nguyễn Thị Ẩn|14031999|Nữ|Số 1 phố Mẫu, phường Mẫu|15042021";
constexpr char kReceipt[] =
    "000.00.01.H26-260930-0012|1.009912|001099990123|Giấy tiếp nhận hồ sơ và hẹn trả kết quả|"
    "Hệ thống thông tin một cửa tỉnh Mẫu|30/09/2026|05/10/2026";

PageView page_with(const std::string& text, CodeKind kind = CodeKind::kQr) {
  PageView page = page_of({}, 3);
  page.codes.push_back({kind, text, {100, 100, 300, 300}});
  return page;
}

std::vector<Field> fields_of(const PageView& page) { return code_fields({&page, 1}); }

Field printed(const std::string& name, const std::string& value, const std::string& normalized) {
  Field field;
  field.name = name;
  field.value = value;
  field.normalized = normalized;
  field.confidence = 0.7;
  field.doubt = FieldDoubt::kLowConfidence;
  return field;
}

TEST(CodeFields, OfACard) {
  const std::vector<Field> fields = fields_of(page_with(kCard));
  EXPECT_EQ(field_named(fields, "so_dinh_danh").normalized, "001199990123");
  EXPECT_EQ(field_named(fields, "ho_ten").normalized, "Nguyễn Thị Ẩn");
  EXPECT_EQ(field_named(fields, "ngay_sinh").normalized, "1999-03-14");
  EXPECT_EQ(field_named(fields, "gioi_tinh").normalized, "Nữ");
  EXPECT_EQ(field_named(fields, "noi_cu_tru").normalized, "Số 1 phố Mẫu, phường Mẫu");
  EXPECT_EQ(field_named(fields, "ngay_ban_hanh").normalized, "2021-04-15");
  for (const Field& field : fields) {
    EXPECT_EQ(field.method, FieldMethod::kQr);
    EXPECT_EQ(field.page, 3);
    EXPECT_FALSE(field.box.empty());
    EXPECT_EQ(field.doubt, FieldDoubt::kNone);
    EXPECT_GT(field.confidence, 0.99);
  }
}

TEST(CodeFields, OfAPaperFromAOneStopSystem) {
  const std::vector<Field> fields = fields_of(page_with(kReceipt));
  EXPECT_EQ(field_named(fields, "ma_ho_so").normalized, "000.00.01.H26-260930-0012");
  EXPECT_EQ(field_named(fields, "ma_thu_tuc").normalized, "1.009912");
  EXPECT_EQ(field_named(fields, "ngay_hen_tra").normalized, "2026-10-05");
}

TEST(CodeFields, OfOtherCodesAreNone) {
  EXPECT_TRUE(fields_of(page_with("https://example.vn")).empty());
  EXPECT_TRUE(fields_of(page_with(kCard, CodeKind::kCode128)).empty());
  EXPECT_TRUE(fields_of(page_of({{"Họ và tên: Ẩn"}})).empty());
}

TEST(CodeFields, CardThatContradictsItselfSaysNothing) {
  EXPECT_TRUE(fields_of(page_with("001199990123||Nguyễn Văn Ẩn|14031999|Nam||15042021")).empty());
}

// The specimen of ICAO 9303 part 4, appendix A.
TEST(CodeFields, OfAMachineReadableZone) {
  const std::vector<Field> fields =
      fields_of(page_of({{"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", 10, 240},
                         {"L898902C36UTO7408122F1204159ZE184226B<<<<<10", 10, 247}}));
  EXPECT_EQ(field_named(fields, "so_ho_chieu").normalized, "L898902C3");
  EXPECT_EQ(field_named(fields, "ngay_sinh").normalized, "1974-08-12");
  EXPECT_EQ(field_named(fields, "gioi_tinh").normalized, "Nữ");
  EXPECT_EQ(field_named(fields, "so_ho_chieu").method, FieldMethod::kMrz);
}

TEST(CodeFields, ZoneWhoseDigitsDoNotFitSaysNothing) {
  EXPECT_TRUE(fields_of(page_of({{"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", 10, 240},
                                 {"L898902C46UTO7408122F1204159ZE184226B<<<<<10", 10, 247}}))
                  .empty());
}

TEST(MergeCodeFields, WhereBothAgreeNobodyNeedLook) {
  std::vector<Field> fields = {printed("ho_ten", "NGUYỄN THỊ ẨN", "Nguyễn Thị Ẩn")};
  fields[0].by_hand = true;
  merge_code_fields(fields_of(page_with(kCard)), fields);
  const Field name = field_named(fields, "ho_ten");
  EXPECT_EQ(name.method, FieldMethod::kCrossChecked);
  EXPECT_EQ(name.doubt, FieldDoubt::kNone);
  EXPECT_FALSE(name.by_hand);
  EXPECT_GT(name.confidence, 0.99);
  EXPECT_EQ(name.value, "NGUYỄN THỊ ẨN") << "as printed";
}

TEST(MergeCodeFields, WhereTheyDifferTheCodeIsRight) {
  std::vector<Field> fields = {printed("ho_ten", "NGUYỄN THỊ AN", "Nguyễn Thị An")};
  merge_code_fields(fields_of(page_with(kCard)), fields);
  const Field name = field_named(fields, "ho_ten");
  EXPECT_EQ(name.normalized, "Nguyễn Thị Ẩn");
  EXPECT_EQ(name.method, FieldMethod::kQr);
  EXPECT_EQ(name.doubt, FieldDoubt::kNone);
}

TEST(MergeCodeFields, WhatOnlyTheCodeSaysIsAdded) {
  std::vector<Field> fields = {printed("dan_toc", "Kinh", "Kinh")};
  merge_code_fields(fields_of(page_with(kCard)), fields);
  EXPECT_EQ(field_named(fields, "so_dinh_danh").normalized, "001199990123");
  EXPECT_EQ(field_named(fields, "dan_toc").method, FieldMethod::kPrint);
  EXPECT_EQ(field_named(fields, "dan_toc").doubt, FieldDoubt::kLowConfidence);
}

TEST(MergeCodeFields, AnotherFieldThatSaysTheSameIsCheckedToo) {
  std::vector<Field> fields = {
      printed("so_ky_hieu", "000.00.01.H26-260930-0012", "000.00.01.H26-260930-0012")};
  merge_code_fields(fields_of(page_with(kReceipt)), fields);
  EXPECT_EQ(field_named(fields, "so_ky_hieu").method, FieldMethod::kCrossChecked);
}

}  // namespace
}  // namespace sohoa
