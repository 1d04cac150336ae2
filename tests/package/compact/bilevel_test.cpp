#include "pipeline/package/compact/bilevel.h"

#include <gtest/gtest.h>

#include <string>

#include "pipeline/acquire/decode.h"
#include "pipeline/base/atomic_file.h"
#include "pipeline/base/file.h"
#include "pipeline/base/process.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/package/compact/fax.h"
#include "pipeline/package/compact/jbig2.h"
#include "pipeline/package/compact/mq_coder.h"
#include "tests/package/compact/patterns.h"

namespace sohoa {

namespace {

/// What jbig2dec makes of an embedded stream: the rows of its PBM.
Bytes decoded_by_jbig2dec(const Bytes& stream, const Bilevel& expected) {
  const TemporaryFolder folder;
  const std::filesystem::path coded = folder.path() / "coded.jb2";
  const std::filesystem::path plain = folder.path() / "plain.pbm";
  write_file(coded, stream);
  const ProcessResult run =
      run_process({"jbig2dec", "-e", "-t", "pbm", "-o", plain.string(), coded.string()}, {});
  EXPECT_EQ(run.exit_code, 0) << run.messages;
  const std::string head =
      "P4\n" + std::to_string(expected.width) + " " + std::to_string(expected.height) + "\n";
  const Bytes file = read_file(plain);
  EXPECT_EQ(as_text(file).substr(0, head.size()), head);
  return Bytes(file.begin() + static_cast<std::ptrdiff_t>(std::min(head.size(), file.size())),
               file.end());
}

MasterImage coded_as(Codec codec, const Bilevel& pixels, Bytes bytes) {
  MasterImage image;
  image.codec = codec;
  image.bytes = std::move(bytes);
  image.width = pixels.width;
  image.height = pixels.height;
  image.bits_per_component = 1;
  return image;
}

}  // namespace

TEST(MqCoder, CodesTheSequenceOfTheStandardAsItDoes) {  // ITU-T T.88, H.2
  const Bytes bits = {0x00, 0x02, 0x00, 0x51, 0x00, 0x00, 0x00, 0xC0, 0x03, 0x52, 0x87,
                      0x2A, 0xAA, 0xAA, 0xAA, 0xAA, 0x82, 0xC0, 0x20, 0x00, 0xFC, 0xD7,
                      0x9E, 0xF6, 0xBF, 0x7F, 0xED, 0x90, 0x4F, 0x46, 0xA3, 0xBF};
  const Bytes code = {0x84, 0xC7, 0x3B, 0xFC, 0xE1, 0xA1, 0x43, 0x04, 0x02, 0x20,
                      0x00, 0x00, 0x41, 0x0D, 0xBB, 0x86, 0xF4, 0x31, 0x7F, 0xFF,
                      0x88, 0xFF, 0x37, 0x47, 0x1A, 0xDB, 0x6A, 0xDF, 0xFF, 0xAC};
  MqCoder coder(1);
  for (const std::uint8_t byte : bits) {
    for (int bit = 7; bit >= 0; --bit) coder.code(0, byte >> bit & 1);
  }
  EXPECT_EQ(coder.finish(), code);
}

TEST(Jbig2, ComesBackBitByBitFromJbig2dec) {
  for (const auto& [width, height] : {std::pair(1, 1),
                                      {2, 3},
                                      {7, 9},
                                      {8, 8},
                                      {9, 1},
                                      {1, 40},
                                      {31, 33},
                                      {64, 64},
                                      {257, 100},
                                      {1000, 17}}) {
    for (const int black_percent : {0, 3, 50, 97, 100}) {
      SCOPED_TRACE(std::to_string(width) + "x" + std::to_string(height) + " " +
                   std::to_string(black_percent) + " %");
      const Bilevel pixels = test::noise(width, height, black_percent, 1);
      EXPECT_EQ(decoded_by_jbig2dec(packed_jbig2(pixels), pixels), pixels.data);
    }
  }
}

TEST(Jbig2, OfRandomSizesAndPatternsComesBack) {
  test::Numbers numbers(77);
  for (int round = 0; round < 60; ++round) {
    const int width = 1 + numbers.below(120), height = 1 + numbers.below(80);
    const int repeated = 1 + numbers.below(4);  // rows that are alike, for typical prediction
    Bilevel pixels = test::noise(width, height, numbers.below(101), numbers.next());
    for (int y = 0; y < height; ++y) {
      std::copy_n(pixels.row(y - y % repeated), pixels.stride(), pixels.row(y));
    }
    EXPECT_EQ(decoded_by_jbig2dec(packed_jbig2(pixels), pixels), pixels.data) << "round " << round;
  }
}

TEST(Jbig2, ComesBackFromPoppler) {
  const Bilevel pixels = test::noise(203, 151, 20, 3);
  const MasterImage image = coded_as(Codec::kJbig2, pixels, packed_jbig2(pixels));
  EXPECT_EQ(decode_master({"page"}, image, 60).data, test::as_grey(pixels).data);
}

TEST(Fax, ComesBackBitByBit) {
  for (const auto& [width, height] : {std::pair(1, 1), {7, 9}, {9, 1}, {1, 40}, {257, 100}}) {
    for (const int black_percent : {0, 3, 50, 100}) {
      const Bilevel pixels = test::noise(width, height, black_percent, 2);
      const std::optional<Bytes> fax = packed_fax(pixels);
      ASSERT_TRUE(fax.has_value());
      const MasterImage image = coded_as(Codec::kCcitt, pixels, *fax);
      EXPECT_EQ(decode_master({"page"}, image, 60).data, test::as_grey(pixels).data)
          << width << "x" << height << " " << black_percent << " %";
    }
  }
}

TEST(PackedBilevel, IsTheSmallerOfTheCodecsAllowed) {
  const Bilevel pixels = test::noise(300, 300, 10, 4);
  const auto both = packed_bilevel(pixels, BilevelCodecs::kFaxAndJbig2);
  const auto fax = packed_bilevel(pixels, BilevelCodecs::kFax);
  ASSERT_TRUE(both && fax);
  EXPECT_EQ(both->codec, Codec::kJbig2);
  EXPECT_EQ(fax->codec, Codec::kCcitt);
  EXPECT_LT(both->bytes.size(), fax->bytes.size());
}

TEST(PackedBilevel, OfNothingIsNothing) {
  EXPECT_FALSE(packed_bilevel(Bilevel{}, BilevelCodecs::kFaxAndJbig2));
  EXPECT_FALSE(packed_bilevel(Bilevel(2'000'000, 1), BilevelCodecs::kFaxAndJbig2));
}

TEST(BilevelOf, RefusesGrey) {
  EXPECT_TRUE(bilevel_of({2, 1, 1, {0, 255}}));
  EXPECT_FALSE(bilevel_of({2, 1, 1, {0, 254}}));
}

}  // namespace sohoa
