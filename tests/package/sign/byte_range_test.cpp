#include "pipeline/package/sign/byte_range.h"

#include <gtest/gtest.h>

#include "pipeline/base/error.h"
#include "pipeline/package/sign/der.h"
#include "pipeline/package/sign/signing_time.h"

namespace sohoa {
namespace {

using Handle = QPDFObjectHandle;

/// A file of 20 bytes, whose signature `<0a0B>` stands at 8 to 14.
constexpr std::string_view kFile = "01234567<0a0B>456789";

std::string wrong(const std::string& range, const std::string& contents = "<0A0B>") {
  Handle signature = Handle::parse("<< /ByteRange " + range + " /Contents " + contents + " >>");
  return byte_range_of(signature, as_bytes(kFile)).wrong;
}

TEST(ByteRange, AroundTheSignatureIsSound) {
  EXPECT_EQ(wrong("[0 8 14 6]"), "");
  EXPECT_EQ(wrong("[0 8 14 3]"), "");  // of an earlier revision
}

TEST(ByteRange, ThatLeavesOutMoreThanTheSignatureIsNone) {
  EXPECT_NE(wrong("[0 7 14 6]"), "");
  EXPECT_NE(wrong("[0 8 15 5]"), "");
  EXPECT_NE(wrong("[0 9 13 7]"), "");
  EXPECT_NE(wrong("[0 8 14 6]", "<0A0C>"), "");
  EXPECT_NE(wrong("[0 8 8 12]"), "");
}

TEST(ByteRange, ThatDoesNotBeginAtTheStartOrLiesOutsideIsNone) {
  EXPECT_NE(wrong("[1 7 14 6]"), "");
  EXPECT_NE(wrong("[0 8 14 7]"), "");
  EXPECT_NE(wrong("[0 21 21 0]"), "");
  EXPECT_NE(wrong("[0 14 8 12]"), "");
  EXPECT_NE(wrong("[0 8 14 9223372036854775807]"), "");
}

TEST(ByteRange, ThatIsNotFourNumbersIsNone) {
  EXPECT_NE(wrong("[0 8 14]"), "");
  EXPECT_NE(wrong("[0 8 14 -6]"), "");
  EXPECT_NE(wrong("[0 8 14 (6)]"), "");
  EXPECT_NE(wrong("null"), "");
}

TEST(Der, WritesLengthsAndIdentifiers) {
  EXPECT_EQ(der_object_id({1, 2, 840, 113549}),
            (Bytes{0x06, 0x06, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D}));
  const Bytes longer = der(DerTag::kOctets, Bytes(200));
  EXPECT_EQ(Bytes(longer.begin(), longer.begin() + 3), (Bytes{0x04, 0x81, 0xC8}));
  EXPECT_EQ(der(DerTag::kOctets, Bytes(300)).size(), 304u);
  EXPECT_EQ(der_set(DerTag::kSet, {{0x02, 0x01, 0x05}, {0x02, 0x01, 0x03}}),
            (Bytes{0x31, 0x06, 0x02, 0x01, 0x03, 0x02, 0x01, 0x05}));
}

TEST(SigningTime, IsWrittenInVietnamsZone) {
  const std::int64_t time = time_of_iso("2026-12-31T20:05:09Z");
  EXPECT_EQ(shown_time(time), "01/01/2027 03:05:09 +07:00");
  EXPECT_EQ(pdf_time(time), "D:20270101030509+07'00'");
  EXPECT_EQ(iso_time(time), "2027-01-01T03:05:09+07:00");
  EXPECT_EQ(time_of_iso("2027-01-01T03:05:09"), time);
  EXPECT_EQ(time_of_iso("2026-12-31T15:05:09-05:00"), time);
  EXPECT_EQ(time_of_pdf("D:20261231200509Z"), time);
  EXPECT_EQ(time_of_pdf("D:20270101030509+07'00'"), time);
  EXPECT_EQ(time_of_pdf("D:20270101030509+07'00"), time);
  EXPECT_EQ(time_of_pdf("D:20270101030509 (local)"), time);
}

TEST(SigningTime, ThatIsNoneIsRefused) {
  EXPECT_THROW(time_of_iso("yesterday"), Error);
  EXPECT_THROW(time_of_iso("2026-12-31T20:05:60Z"), Error);
  EXPECT_THROW(time_of_iso("0000-12-31T20:05:09Z"), Error);
  EXPECT_THROW(time_of_iso("9999-12-31T23:59:59Z"), Error);
  EXPECT_THROW(time_of_iso("2026-02-30T00:00:00+07:00"), Error);
  for (const char* behind : {".5Z", " UTC", "junk", "+7", "+07:0", "Z7", "+07:00 ", "+25:00"}) {
    EXPECT_THROW(time_of_iso(std::string("2026-12-31T20:05:09") + behind), Error) << behind;
  }
  EXPECT_EQ(time_of_pdf("D:99"), 0);
}

}  // namespace
}  // namespace sohoa
