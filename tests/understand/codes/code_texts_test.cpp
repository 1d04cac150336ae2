#include <gtest/gtest.h>

#include "pipeline/understand/codes/card_qr.h"
#include "pipeline/understand/codes/members.h"
#include "pipeline/understand/codes/one_stop_qr.h"
#include "pipeline/understand/codes/separator_code.h"

namespace sohoa {
namespace {

constexpr char kReceipt[] =
    "000.00.01.H26-260930-0012|1.009912|001099990123|Giấy tiếp nhận hồ sơ và hẹn trả kết quả|"
    "Hệ thống thông tin một cửa tỉnh Mẫu|30/09/2026|05/10/2026";

TEST(OneStopQr, ReceiptIsRead) {
  const auto qr = one_stop_qr(kReceipt);
  ASSERT_TRUE(qr);
  EXPECT_EQ(qr->dossier_code, "000.00.01.H26-260930-0012");
  EXPECT_EQ(qr->procedure_code, "1.009912");
  EXPECT_EQ(qr->owner_id, "001099990123");
  EXPECT_EQ(qr->paper_name, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả");
  EXPECT_EQ(qr->source_system, "Hệ thống thông tin một cửa tỉnh Mẫu");
  EXPECT_EQ(qr->issued, "2026-09-30");
  EXPECT_EQ(qr->appointment, "2026-10-05");
  EXPECT_EQ(qr->valid_until, "");
  EXPECT_TRUE(qr->unknown.empty());
}

TEST(OneStopQr, OtherSeparatorsAndOrdersGiveTheSame) {
  const std::string code = "H26.1.234-260930-0012", procedure = "1.002891.000.00.00.H40";
  for (const std::string& text :
       {code + ";" + procedure + ";2026-09-30T08:15:00+07:00;Quyết định số 5",
        "Mã hồ sơ: " + code + "\r\nMã TTHC: " + procedure + "\nQuyết định số 5\n30/09/2026 08:15",
        R"({"ma": ")" + code + R"(", "x": ")" + procedure +
            R"(", "ten": "Quyết định số 5", "t": "30092026", "n": {"a": [1]}})"}) {
    const auto qr = one_stop_qr(text);
    ASSERT_TRUE(qr) << text;
    EXPECT_EQ(qr->dossier_code, code);
    EXPECT_EQ(qr->procedure_code, procedure);
    EXPECT_EQ(qr->paper_name, "Quyết định số 5");
    EXPECT_EQ(qr->issued, "2026-09-30");
  }
}

TEST(OneStopQr, ResultHasATermAndWhatIsUnclearIsTold) {
  const auto qr = one_stop_qr(
      "000.00.01.H26-260930-0012|1.009912|Giấy phép xây dựng|30/09/2027|30/09/2026|abc|1.000001");
  ASSERT_TRUE(qr);
  EXPECT_EQ(qr->issued, "2026-09-30");
  EXPECT_EQ(qr->valid_until, "2027-09-30");
  EXPECT_EQ(qr->unknown, (std::vector<std::string>{"abc", "1.000001"}));
}

TEST(OneStopQr, OtherTextsAreNone) {
  for (const std::string& text : std::vector<std::string>{
           "", "|", "||||||", "{", "{}", "[1]", "https://example.vn/?q=000.00.01.H26-260930-0012",
           "000.00.01.H26-260930-0012", "1.009912|001099990123", std::string(5000, '|'),
           std::string(3000, '{'), "\xFF|\xFE", "000.00.01.H26-260930-00123|1.009912",
           "SOHOA1|separator|000.00.01.H26-260930-0012|giay-khai-sinh"}) {
    EXPECT_FALSE(one_stop_qr(text)) << text;
  }
}

TEST(CardQr, IsRead) {
  const auto card =
      card_qr("001199990123|012345678|Nguyễn Thị Ẩn|14031999|Nữ|Số 1 phố Mẫu, phường Mẫu|15042021");
  ASSERT_TRUE(card);
  EXPECT_EQ(card->personal_number, "001199990123");
  EXPECT_EQ(card->old_number, "012345678");
  EXPECT_EQ(card->name, "Nguyễn Thị Ẩn");
  EXPECT_EQ(card->birth_date, "1999-03-14");
  EXPECT_EQ(card->sex, Sex::kFemale);
  EXPECT_EQ(card->residence, "Số 1 phố Mẫu, phường Mẫu");
  EXPECT_EQ(card->issue_date, "2021-04-15");
  EXPECT_TRUE(card->agrees);
}

TEST(CardQr, OldNumberMayLackAndMoreMayFollow) {
  EXPECT_TRUE(card_qr("001199990123||Nguyễn Thị Ẩn|14031999|Nữ||15042021|x|y"));
}

TEST(CardQr, NumberOfAnotherSexOrYearIsTold) {
  EXPECT_FALSE(card_qr("001199990123||Nguyễn Văn Ẩn|14031999|Nam||15042021")->agrees);
  EXPECT_FALSE(card_qr("001199990123||Nguyễn Thị Ẩn|14031998|Nữ||15042021")->agrees);
}

TEST(CardQr, OtherTextsAreNone) {
  for (const char* text :
       {"", "||||||", "001199990123|012345678|Nguyễn Thị Ẩn|14031999|Nữ|Số 1",
        "00119999012||Nguyễn Thị Ẩn|14031999|Nữ||15042021",
        "001199990123|1|Nguyễn Thị Ẩn|14031999|Nữ||15042021",
        "001199990123|||14031999|Nữ||15042021", "001199990123||Nguyễn Thị Ẩn|31021999|Nữ||15042021",
        "001199990123||Nguyễn Thị Ẩn|14031999|X||15042021",
        "001199990123||\xFF|14031999|Nữ||15042021", kReceipt}) {
    EXPECT_FALSE(card_qr(text)) << text;
  }
}

TEST(SeparatorCode, QrTellsDossierAndKind) {
  const SeparatorCode said{"000.00.01.H26-260930-0012", "giay-khai-sinh"};
  const auto code = separator_code({CodeKind::kQr, separator_text(said), {}});
  ASSERT_TRUE(code);
  EXPECT_EQ(code->dossier_code, said.dossier_code);
  EXPECT_EQ(code->kind_code, said.kind_code);
  EXPECT_TRUE(separator_code({CodeKind::kQr, separator_text({}), {}}));
}

TEST(SeparatorCode, PatchOfOthersIsOneTooInCode39Only) {
  EXPECT_TRUE(separator_code({CodeKind::kCode39, "PATCHT", {}}));
  EXPECT_FALSE(separator_code({CodeKind::kCode39, "PATCH1", {}}));
  EXPECT_FALSE(separator_code({CodeKind::kCode39, "PATCHT ", {}}));
  EXPECT_FALSE(separator_code({CodeKind::kQr, "PATCHT", {}}));
  EXPECT_FALSE(separator_code({CodeKind::kCode128, "PATCHT", {}}));
}

TEST(SeparatorCode, MalformedOnesAreNone) {
  for (const char* text : {"", "SOHOA1|separator|", "SOHOA1|separator|||", "SOHOA1|separator|x|",
                           "SOHOA1|separator||Giấy", "SOHOA2|separator||", "sohoa1|separator||",
                           "SOHOA1|separator||../../etc", " SOHOA1|separator||"}) {
    EXPECT_FALSE(separator_code({CodeKind::kQr, text, {}})) << text;
  }
}

TEST(Members, CodesOfDossiersAreKnown) {
  for (const char* code :
       {"000.00.01.H26-260930-0012", "H26-260930-0012", "H26.1.234.7-260930-00123"}) {
    EXPECT_TRUE(is_dossier_code(code)) << code;
  }
  for (const char* code :
       {"", "000.00.01.H26-260930-001", "000.00.01.h26-260930-0012", "H2-260930-0012",
        "H26.1.2.3.4-260930-0012", "H26.-260930-0012", "H26-260930-0012 "}) {
    EXPECT_FALSE(is_dossier_code(code)) << code;
  }
}

TEST(Members, DatesOfTimesAreKnown) {
  EXPECT_EQ(iso_date_of_time("30/09/2026, 08:15:00"), "2026-09-30");
  EXPECT_EQ(iso_date_of_time("2026-09-30T08:15:00.000Z"), "2026-09-30");
  EXPECT_EQ(iso_date_of_time("29022028"), "2028-02-29");
  for (const char* text :
       {"", "30/09", "31/02/2026", "30/09/2026x", "2026-9-30", "30/09/2026 tại"}) {
    EXPECT_EQ(iso_date_of_time(text), "") << text;
  }
}

}  // namespace
}  // namespace sohoa
