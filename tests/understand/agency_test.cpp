#include "pipeline/understand/agency.h"

#include <gtest/gtest.h>

namespace sohoa {
namespace {

const AgencyReader& reader() {
  static const AgencyReader reader(load_agency_names());
  return reader;
}

IssuingAgency read(const std::vector<std::string>& lines) { return reader().read(lines); }

TEST(Agency, WithoutAParentIsTheIssuer) {
  const IssuingAgency agency = read({"ỦY BAN NHÂN DÂN", "XÃ MỸ SƠN"});
  EXPECT_EQ(agency.parent, "");
  EXPECT_EQ(agency.issuer, "ỦY BAN NHÂN DÂN XÃ MỸ SƠN");
  EXPECT_EQ(agency.normalized, "Ủy ban nhân dân xã Mỹ Sơn");
  EXPECT_EQ(agency.issuer_first_line, 0u);
  EXPECT_TRUE(agency.known);
}

TEST(Agency, IsParentAndIssuerOverSeveralLines) {
  const IssuingAgency agency =
      read({"ỦY BAN NHÂN DÂN", "XÃ MỸ SƠN", "TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG"});
  EXPECT_EQ(agency.parent, "ỦY BAN NHÂN DÂN XÃ MỸ SƠN");
  EXPECT_EQ(agency.parent_normalized, "Ủy ban nhân dân xã Mỹ Sơn");
  EXPECT_EQ(agency.issuer, "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG");
  EXPECT_EQ(agency.issuer_first_line, 2u);
}

TEST(Agency, WithoutAPlaceIsOfItsParentsPlace) {
  EXPECT_EQ(read({"ỦY BAN NHÂN DÂN XÃ MỸ SƠN", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"}).normalized,
            "Trung tâm Phục vụ hành chính công xã Mỹ Sơn");
  EXPECT_EQ(read({"UBND TỈNH QUẢNG THANH", "SỞ NỘI VỤ"}).normalized, "Sở Nội vụ tỉnh Quảng Thanh");
}

TEST(Agency, WithAPlaceOfItsOwnKeepsIt) {
  EXPECT_EQ(read({"UBND TỈNH QUẢNG THANH", "ỦY BAN NHÂN DÂN XÃ MỸ SƠN"}).normalized,
            "Ủy ban nhân dân xã Mỹ Sơn");
}

TEST(Agency, ParentWithoutAPlaceGivesNone) {
  EXPECT_EQ(read({"BỘ CÔNG AN", "CỤC QUẢN LÝ XUẤT NHẬP CẢNH"}).normalized,
            "Cục Quản lý xuất nhập cảnh");
}

TEST(Agency, HeadThatIsLeftOpenGoesOnInTheNextLine) {
  const IssuingAgency agency =
      read({"VĂN PHÒNG", "HỘI ĐỒNG NHÂN DÂN VÀ ỦY BAN NHÂN DÂN", "XÃ MỸ SƠN"});
  EXPECT_EQ(agency.parent, "");
  EXPECT_EQ(agency.normalized, "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã Mỹ Sơn");
}

TEST(Agency, OfUnknownWordsIsToldSo) {
  EXPECT_TRUE(read({"SỞ NỘI VỤ TỈNH QUẢNG THANH"}).known);
  EXPECT_FALSE(read({"PHÒNG BẢO QUẢN HẠT GIỐNG"}).known);
}

TEST(Agency, OfNothingIsNothing) {
  const IssuingAgency agency = read({});
  EXPECT_EQ(agency.issuer, "");
  EXPECT_EQ(agency.normalized, "");
}

TEST(RightCase, IsThatOfAClerk) {
  for (const auto& [capitals, clerk] : std::vector<std::pair<const char*, const char*>>{
           {"ỦY BAN NHÂN DÂN XÃ MỸ SƠN HẠ", "Ủy ban nhân dân xã Mỹ Sơn Hạ"},
           {"HỘI ĐỒNG NHÂN DÂN PHƯỜNG TÂN NGÃI", "Hội đồng nhân dân phường Tân Ngãi"},
           {"SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Sở Lao động - Thương binh và Xã hội"},
           {"CÔNG AN THỊ TRẤN MỸ SƠN", "Công an thị trấn Mỹ Sơn"},
           {"TRẠM Y TẾ XÃ MỸ SƠN", "Trạm Y tế xã Mỹ Sơn"},
           {"", ""}}) {
    EXPECT_EQ(reader().in_right_case(capitals), clerk);
  }
}

TEST(RightCase, KeepsAbbreviations) {
  EXPECT_EQ(reader().in_right_case("UBND XÃ MỸ SƠN"), "UBND xã Mỹ Sơn");
}

TEST(RightCase, RepairsWordsReadNearlyRight) {
  EXPECT_EQ(reader().in_right_case("UỶ BAN NHẢN DÂN XÃ MỸ SƠN"), "Ủy ban nhân dân xã Mỹ Sơn");
}

TEST(BeginsWithAgency, KnowsOfficesFromOtherLines) {
  for (const char* text : {"ỦY BAN NHÂN DÂN", "UBND XÃ MỸ SƠN", "SỞ NỘI VỤ", "TRUNG TÂM PHỤC VỤ",
                           "CÔNG AN TỈNH QUẢNG THANH", "Phòng Tư pháp"}) {
    EXPECT_TRUE(reader().begins_with_agency(text)) << text;
  }
  for (const char* text :
       {"", "XÃ MỸ SƠN", "QUYẾT ĐỊNH", "TỜ KHAI", "HÀNH CHÍNH CÔNG", "Số: 47", "GIẤY KHAI SINH"}) {
    EXPECT_FALSE(reader().begins_with_agency(text)) << text;
  }
}

}  // namespace
}  // namespace sohoa
