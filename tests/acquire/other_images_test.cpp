#include <webp/encode.h>

#include "tests/acquire/bmp_files.h"
#include "tests/acquire/jpeg2000_files.h"
#include "tests/acquire/jpeg_files.h"

namespace sohoa::test {
namespace {

// JPEG 2000 ---------------------------------------------------------------------------------------

TEST(Jpeg2000, GreyAndColourAreTheirOwnMaster) {
  for (const int channels : {1, 3}) {
    const Image image = picture(channels);
    Jpeg2000Options options;
    options.space = channels == 1 ? OPJ_CLRSPC_GRAY : OPJ_CLRSPC_SRGB;
    const Bytes file = write_jpeg2000(image, options);
    const ScannedPage page = load(file);
    EXPECT_EQ(page.master.codec, Codec::kJpx);
    EXPECT_TRUE(page.master.original);
    EXPECT_TRUE(page.master.bytes == file);
    EXPECT_EQ(difference(page.pixels, image), 0);
    EXPECT_EQ(difference(decoded_master(page), image), 0);
  }
}

TEST(Jpeg2000, ABareCodestreamGetsTheBoxesThatPdfAsksFor) {
  const Image image = picture(3);
  Jpeg2000Options options;
  options.bare = true;
  const Bytes file = write_jpeg2000(image, options);
  const ScannedPage page = load(file);
  EXPECT_EQ(page.master.codec, Codec::kJpx);
  EXPECT_FALSE(page.master.original);
  EXPECT_EQ(page.master.bytes.size(), file.size() + 85);
  EXPECT_EQ(difference(page.pixels, image), 0);
  EXPECT_EQ(difference(decoded_master(page), image), 0);
}

TEST(Jpeg2000, OpacityIsStoredAgainOnWhite) {
  Image image;
  image.width = 40;
  image.height = 8;
  image.channels = 4;
  for (int i = 0; i < 40 * 8; ++i) {
    const std::uint8_t alpha = i % 40 < 20 ? 255 : 0;
    image.data.insert(image.data.end(), {10, 20, 30, alpha});
  }
  Jpeg2000Options options;
  options.opacity = true;
  const ScannedPage page = load(write_jpeg2000(image, options));
  EXPECT_EQ(page.master.codec, Codec::kFlate);
  EXPECT_EQ(page.pixels.channels, 3);
  EXPECT_EQ(page.pixels.data[0], 10);
  EXPECT_EQ(page.pixels.data[39 * 3], 255);
  EXPECT_EQ(difference(decoded_master(page), page.pixels), 0);
}

TEST(Jpeg2000, YccIsStoredAgainAsRgb) {
  Image image = picture(3);
  for (std::size_t i = 0; i < image.data.size(); i += 3)
    image.data[i + 1] = image.data[i + 2] = 128;
  Jpeg2000Options options;
  options.space = OPJ_CLRSPC_SYCC;
  const ScannedPage page = load(write_jpeg2000(image, options));
  EXPECT_EQ(page.master.codec, Codec::kFlate);
  EXPECT_EQ(page.pixels.data[0], page.pixels.data[1]);
}

TEST(Jpeg2000, TwelveBitsAreReadByTheirUpperPart) {
  Jpeg2000Options options;
  options.bits = 12;
  options.space = OPJ_CLRSPC_GRAY;
  const Image image = picture(1);
  const ScannedPage page = load(write_jpeg2000(image, options));
  EXPECT_LE(difference(page.pixels, image), 1);
  EXPECT_EQ(page.master.bits_per_component, 12);
}

TEST(Jpeg2000, CutOrWrongDataAreErrors) {
  const Bytes file = write_jpeg2000(picture(3, 300, 200));
  for (const double share : {0.02, 0.3, 0.6, 0.9}) EXPECT_NE(failure(cut_short(file, share)), "");
  EXPECT_EQ(failure(cut_short(file, 0.6)), "scan: image data ends early; scan the page again");
}

// WebP --------------------------------------------------------------------------------------------

Bytes taken(std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, data + size);
  WebPFree(data);
  return bytes;
}

TEST(WebP, IsStoredAgain) {
  const Image image = picture(3);
  std::uint8_t* data = nullptr;
  const std::size_t size =
      WebPEncodeLosslessRGB(image.data.data(), image.width, image.height, image.width * 3, &data);
  const ScannedPage page = load(taken(data, size));
  EXPECT_EQ(page.master.codec, Codec::kFlate);
  EXPECT_FALSE(page.master.original);
  EXPECT_EQ(difference(page.pixels, image), 0);
  EXPECT_EQ(difference(decoded_master(page), image), 0);
}

TEST(WebP, TransparencyShowsWhitePaper) {
  const Bytes rgba = {10, 20, 30, 255, 0, 0, 0, 0};
  std::uint8_t* data = nullptr;
  const std::size_t size = WebPEncodeLosslessRGBA(rgba.data(), 2, 1, 8, &data);
  EXPECT_EQ(load(taken(data, size)).pixels.data, (Bytes{10, 20, 30, 255, 255, 255}));
}

TEST(WebP, CutDataAreErrors) {
  const Image image = picture(3, 200, 150);
  std::uint8_t* data = nullptr;
  const std::size_t size =
      WebPEncodeRGB(image.data.data(), image.width, image.height, image.width * 3, 90, &data);
  const Bytes file = taken(data, size);
  EXPECT_EQ(failure(file), "");
  for (const double share : {0.1, 0.5, 0.9}) {
    EXPECT_EQ(failure(cut_short(file, share)), "scan: image data ends early; scan the page again");
  }
}

// BMP ---------------------------------------------------------------------------------------------

TEST(Bmp, TwentyFourBitsRunFromTheBottom) {
  // Bottom row: blue, green; top row: red, white. Rows are padded to four bytes.
  const Bytes data = {255, 0, 0, 0, 255, 0, 0, 0, 0, 0, 255, 255, 255, 255, 0, 0};
  const ScannedPage page = load(bmp(2, 2, 24, 0, {}, data), AcquireSettings{});
  EXPECT_EQ(page.pixels.data, (Bytes{255, 0, 0, 255, 255, 255, 0, 0, 255, 0, 255, 0}));
  EXPECT_NEAR(page.dpi.x, 300, 0.01);
  EXPECT_EQ(difference(decoded_master(page), page.pixels), 0);
}

TEST(Bmp, ANegativeHeightRunsFromTheTop) {
  const Bytes data = {1, 2, 3, 0, 4, 5, 6, 0};
  EXPECT_EQ(load(bmp(1, -2, 24, 0, {}, data)).pixels.data, (Bytes{3, 2, 1, 6, 5, 4}));
}

TEST(Bmp, OneBitOfBlackAndWhiteIsBilevel) {
  const Bytes black_white = {0, 0, 0, 0, 255, 255, 255, 0};
  const ScannedPage page = load(bmp(3, 1, 1, 0, black_white, {0xA0, 0, 0, 0}));
  EXPECT_EQ(page.pixels.data, (Bytes{255, 0, 255}));
  EXPECT_EQ(page.master.codec, Codec::kCcitt);
  EXPECT_EQ(difference(decoded_master(page), page.pixels), 0);
  const Bytes white_black = {255, 255, 255, 0, 0, 0, 0, 0};
  const ScannedPage turned = load(bmp(3, 1, 1, 0, white_black, {0xA0, 0, 0, 0}));
  EXPECT_EQ(turned.pixels.data, (Bytes{0, 255, 0}));
  EXPECT_EQ(difference(decoded_master(turned), turned.pixels), 0);
}

TEST(Bmp, PalettesAndRuns) {
  const Bytes palette = {1, 2, 3, 0, 10, 20, 30, 0};
  const Bytes expected = {30, 20, 10, 30, 20, 10, 3, 2, 1};
  EXPECT_EQ(load(bmp(3, 1, 8, 0, palette, {1, 1, 0, 0})).pixels.data, expected);
  EXPECT_EQ(load(bmp(3, 1, 4, 0, palette, {0x11, 0x00, 0, 0})).pixels.data, expected);
  EXPECT_EQ(load(bmp(3, 1, 8, 1, palette, {2, 1, 1, 0, 0, 1})).pixels.data, expected);
  EXPECT_EQ(load(bmp(3, 1, 8, 1, palette, {0, 3, 1, 1, 0, 0, 0, 1})).pixels.data, expected);
  EXPECT_EQ(load(bmp(3, 1, 4, 2, palette, {2, 0x11, 1, 0x00, 0, 1})).pixels.data, expected);
}

TEST(Bmp, SixteenBitsGoByTheirMasks) {
  Bytes masks;
  for (const std::uint32_t mask : {0xF800U, 0x07E0U, 0x001FU}) put(masks, mask, 4);
  EXPECT_EQ(load(bmp(2, 1, 16, 3, {}, {0x00, 0xF8, 0xE0, 0x07}, masks)).pixels.data,
            (Bytes{255, 0, 0, 0, 255, 0}));
  EXPECT_EQ(load(bmp(2, 1, 16, 0, {}, {0x00, 0x7C, 0x1F, 0x00})).pixels.data,
            (Bytes{255, 0, 0, 0, 0, 255}));
}

TEST(Bmp, CutOrLyingDataAreErrors) {
  const Bytes file = bmp(20, 20, 24, 0, {}, Bytes(20 * 60, 7));
  for (const double share : {0.1, 0.5, 0.99}) EXPECT_NE(failure(cut_short(file, share)), "");
  EXPECT_NE(failure(bmp(0, 20, 24, 0, {}, {})), "");
  EXPECT_NE(failure(bmp(-5, 20, 24, 0, {}, {})), "");
  EXPECT_NE(failure(bmp(60000, 60000, 24, 0, {}, {})).find("--max-image-mpixels"),
            std::string::npos);
  EXPECT_NE(failure(bmp(4, 4, 8, 1, {0, 0, 0, 0}, {4, 0, 0, 0})), "");
}

// PNM ---------------------------------------------------------------------------------------------

Bytes text(const std::string& words) { return Bytes(words.begin(), words.end()); }

TEST(Pnm, PlainAndRawGiveTheSame) {
  EXPECT_EQ(load(text("P1 # bits\n3 2\n1 0 1\n0 1 0\n")).pixels.data,
            (Bytes{0, 255, 0, 255, 0, 255}));
  EXPECT_EQ(load(text("P1\n3 2\n101010")).pixels.data, (Bytes{0, 255, 0, 255, 0, 255}));
  EXPECT_EQ(load(text("P2\n2 1\n9\n0 9\n")).pixels.data, (Bytes{0, 255}));
  EXPECT_EQ(load(text("P3 1 1 255 1 2 3")).pixels.data, (Bytes{1, 2, 3}));
  EXPECT_EQ(load(text("P4\n3 2\n\xA0\x40")).pixels.data, (Bytes{0, 255, 0, 255, 0, 255}));
  EXPECT_EQ(load(text("P5 2 1 255\nAz")).pixels.data, (Bytes{'A', 'z'}));
  EXPECT_EQ(load(text("P6 1 1 255\nabc")).pixels.data, (Bytes{'a', 'b', 'c'}));
  EXPECT_EQ(load(text("P5 1 1 65535\n\x12\x34")).pixels.data, (Bytes{0x12}));
}

TEST(Pnm, MasterHoldsTheSame) {
  const ScannedPage bits = load(text("P4\n3 2\n\xA0\x40"));
  EXPECT_EQ(bits.master.codec, Codec::kCcitt);
  EXPECT_EQ(difference(decoded_master(bits), bits.pixels), 0);
  const ScannedPage grey = load(text("P5 2 1 255\nAz"));
  EXPECT_EQ(difference(decoded_master(grey), grey.pixels), 0);
}

TEST(Pnm, HasNoResolution) {
  EXPECT_EQ(failure(text("P5 2 1 255\nAz"), AcquireSettings{}),
            "scan: no credible resolution; pass --image-dpi 300");
}

TEST(Pnm, CutOrLyingDataAreErrors) {
  EXPECT_NE(failure(text("P5 20 10 255\nAz")), "");
  EXPECT_NE(failure(text("P6 99999 99999 255\nAz")), "");
  EXPECT_NE(failure(text("P5 99999999999999999999 1 255\n")), "");
  EXPECT_NE(failure(text("P5 1 1 70000\nAz")), "");
  EXPECT_NE(failure(text("P5 0 1 255\nAz")), "");
  EXPECT_NE(failure(text("P2 4 1 255\n1 2")), "");
}

}  // namespace
}  // namespace sohoa::test
