#include "pipeline/understand/form_fields.h"

#include <gtest/gtest.h>

#include "tests/understand/pages.h"

namespace sohoa {
namespace {

using test::field_named;
using test::page_of;
using test::Print;

/// A form that asks for a child and for both parents.
PaperKind form() {
  PaperKind kind;
  kind.id = "to-khai-mau";
  kind.fields = {
      {"nguoi_yeu_cau", FieldType::kPerson, {"Họ và tên người yêu cầu"}, {}},
      {"ho_ten", FieldType::kPerson, {"Họ và tên", "Họ tên"}, {"Đề nghị đăng ký cho"}},
      {"ngay_sinh", FieldType::kDate, {"Ngày sinh"}, {}},
      {"gioi_tinh", FieldType::kSex, {"Giới tính"}, {}},
      {"noi_sinh", FieldType::kPlace, {"Nơi sinh"}, {}},
      {"ho_ten_me", FieldType::kPerson, {"Họ và tên mẹ"}, {}},
      {"nam_sinh_me", FieldType::kYear, {"Năm sinh"}, {"Họ và tên mẹ"}},
      {"dan_toc_me", FieldType::kText, {"Dân tộc"}, {"Họ và tên mẹ"}},
      {"ho_ten_cha", FieldType::kPerson, {"Họ và tên cha"}, {}},
      {"nam_sinh_cha", FieldType::kYear, {"Năm sinh"}, {"Họ và tên cha"}},
      {"dan_toc_cha", FieldType::kText, {"Dân tộc"}, {"Họ và tên cha"}},
  };
  return kind;
}

std::vector<Field> read(const std::vector<Print>& lines) {
  const std::vector<PageView> pages = {page_of(lines, 4)};
  return form_fields(form(), pages);
}

std::vector<Print> filled_form() {
  return {{"Họ và tên người yêu cầu: LÊ THỊ MẪU", 30, 60},
          {"Đề nghị đăng ký cho:", 30, 70},
          {"Họ và tên: TRẦN VĂN ẨN", 30, 80},
          {"Ngày sinh: 02/9/2026\tGiới tính: Nam", 30, 90},
          {"Họ và tên mẹ: LÊ THỊ MẪU", 30, 100},
          {"Năm sinh: 1996\tDân tộc: Kinh", 30, 110},
          {"Họ và tên cha: TRẦN VĂN MẪU", 30, 120},
          {"Năm sinh: 1990\tDân tộc: Tày", 30, 130}};
}

TEST(FormFields, StandBesideTheirLabels) {
  const std::vector<Field> fields = read(filled_form());
  EXPECT_EQ(field_named(fields, "nguoi_yeu_cau").value, "LÊ THỊ MẪU");
  const Field name = field_named(fields, "ho_ten");
  EXPECT_EQ(name.value, "TRẦN VĂN ẨN");
  EXPECT_EQ(name.normalized, "Trần Văn Ẩn");
  EXPECT_EQ(name.page, 4);
  EXPECT_EQ(name.doubt, FieldDoubt::kNone);
  EXPECT_FALSE(name.box.empty());
  EXPECT_NEAR(name.confidence, 0.97, 1e-9);
}

TEST(FormFields, TwoInALineHaveAnAnswerEach) {
  const std::vector<Field> fields = read(filled_form());
  EXPECT_EQ(field_named(fields, "ngay_sinh").value, "02/9/2026");
  EXPECT_EQ(field_named(fields, "ngay_sinh").normalized, "2026-09-02");
  EXPECT_EQ(field_named(fields, "gioi_tinh").normalized, "Nam");
}

TEST(FormFields, LabelThatComesAgainIsOfItsSection) {
  const std::vector<Field> fields = read(filled_form());
  EXPECT_EQ(field_named(fields, "nam_sinh_me").normalized, "1996");
  EXPECT_EQ(field_named(fields, "dan_toc_me").normalized, "Kinh");
  EXPECT_EQ(field_named(fields, "nam_sinh_cha").normalized, "1990");
  EXPECT_EQ(field_named(fields, "dan_toc_cha").normalized, "Tày");
}

TEST(FormFields, SectionOfAnotherPageStillHolds) {
  const std::vector<PageView> pages = {page_of({{"Họ và tên cha: TRẦN VĂN MẪU", 30, 270}}, 1),
                                       page_of({{"Năm sinh: 1990", 30, 20}}, 2)};
  const std::vector<Field> fields = form_fields(form(), pages);
  EXPECT_EQ(field_named(fields, "nam_sinh_cha").normalized, "1990");
  EXPECT_EQ(field_named(fields, "nam_sinh_cha").page, 2);
  EXPECT_EQ(field_named(fields, "nam_sinh_me").name, "");
}

TEST(FormFields, SameLabelOfSeveralFieldsGoesToThemInTurn) {
  PaperKind kind;
  kind.fields = {{"mot", FieldType::kText, {"Số lượng"}, {}},
                 {"hai", FieldType::kText, {"Số lượng"}, {}},
                 {"ba", FieldType::kText, {"Số lượng"}, {}}};
  const std::vector<PageView> pages = {page_of(
      {{"Số lượng: 1", 30, 60}, {"Số lượng: 2\tSố lượng: 3", 30, 80}, {"Số lượng: 4", 30, 100}})};
  const std::vector<Field> fields = form_fields(kind, pages);
  EXPECT_EQ(field_named(fields, "mot").value, "1");
  EXPECT_EQ(field_named(fields, "hai").value, "2");
  EXPECT_EQ(field_named(fields, "ba").value, "3");
}

TEST(FormFields, LongAnswerGoesOnInTheNextLine) {
  const std::vector<Field> fields = read(
      {{"Nơi sinh: Bệnh viện đa khoa khu vực Tân Ngãi, số 12 đường Mẫu, khóm Một, phường", 30, 60},
       {"Tân Ngãi, tỉnh Quảng Thanh", 30, 66},
       {"Ngày sinh: 02/9/2026", 30, 72}});
  EXPECT_EQ(field_named(fields, "noi_sinh").value,
            "Bệnh viện đa khoa khu vực Tân Ngãi, số 12 đường Mẫu, khóm Một, phường Tân Ngãi, tỉnh "
            "Quảng Thanh");
}

TEST(FormFields, ShortAnswerEndsWithItsLine) {
  const std::vector<Field> fields = read(
      {{"Nơi sinh: xã Mẫu", 30, 60},
       {"Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm", 30, 66}});
  EXPECT_EQ(field_named(fields, "noi_sinh").value, "xã Mẫu");
}

TEST(FormFields, AnswerMayStandBelowItsLabel) {
  const std::vector<Field> fields = read({{"Ngày sinh", 30, 60, 8}, {"02/9/1990", 30, 64}});
  EXPECT_EQ(field_named(fields, "ngay_sinh").normalized, "1990-09-02");
}

TEST(FormFields, LabelWithoutAnswerIsNotFound) {
  const std::vector<Field> fields =
      read({{"Họ và tên mẹ:", 30, 60}, {"Ngày sinh: ............\tGiới tính:", 30, 80}});
  for (const char* name : {"ho_ten_me", "ngay_sinh", "gioi_tinh"}) {
    const Field field = field_named(fields, name);
    EXPECT_EQ(field.name, name);
    EXPECT_EQ(field.doubt, FieldDoubt::kNotFound) << name;
    EXPECT_FALSE(field.box.empty()) << "a person is shown where to look";
  }
}

TEST(FormFields, FieldWithoutLabelIsLeftOut) {
  const std::vector<Field> fields = read({{"Ngày sinh: 02/9/2026", 30, 60}});
  EXPECT_EQ(fields.size(), 1u);
  EXPECT_TRUE(read({}).empty());
}

TEST(FormFields, AnswerOfAnotherTypeIsDoubted) {
  const std::vector<Field> fields = read({{"Ngày sinh: không rõ", 30, 60}});
  EXPECT_EQ(field_named(fields, "ngay_sinh").value, "không rõ");
  EXPECT_EQ(field_named(fields, "ngay_sinh").normalized, "");
  EXPECT_EQ(field_named(fields, "ngay_sinh").doubt, FieldDoubt::kPatternNotMet);
}

TEST(FormFields, KindWithoutFieldsHasNone) {
  const std::vector<PageView> pages = {page_of(filled_form())};
  EXPECT_TRUE(form_fields(PaperKind{}, pages).empty());
}

}  // namespace
}  // namespace sohoa
