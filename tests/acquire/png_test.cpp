#include <zlib.h>

#include "tests/acquire/jpeg_files.h"
#include "tests/acquire/png_files.h"

namespace sohoa::test {
namespace {

TEST(Png, KeepsItsZlibStreamWithEveryFilter) {
  for (const int channels : {1, 3}) {
    const Image image = picture(channels, 120, 90);
    const ScannedPage page = load(write_png(image), AcquireSettings{});
    EXPECT_TRUE(page.master.original);
    EXPECT_EQ(page.master.codec, Codec::kFlate);
    EXPECT_EQ(page.master.flate.predictor, 15);
    EXPECT_EQ(page.master.sha256, sha256_of(page.master.bytes));
    EXPECT_EQ(difference(page.pixels, image), 0);
    EXPECT_NEAR(page.dpi.x, 300, 0.01);
  }
}

TEST(Png, OneBitIsBlackAndWhite) {
  const Image image = bilevel_picture();
  PngOptions options;
  options.type = PNG_COLOR_TYPE_GRAY;
  options.bits = 1;
  const ScannedPage page = load(write_png(packed_bits(image), image.width, image.height, options));
  EXPECT_EQ(difference(page.pixels, image), 0);
  EXPECT_EQ(page.master.bits_per_component, 1);
  EXPECT_TRUE(page.master.original);
}

TEST(Png, PaletteOfFewBitsIsIndexed) {
  PngOptions options;
  options.type = PNG_COLOR_TYPE_PALETTE;
  options.bits = 2;
  options.palette = {{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {10, 20, 30}};
  // Two rows of five pixels: 0 1 2 3 0 and 3 3 3 3 1.
  const ScannedPage page = load(write_png({0x1B, 0x00, 0xFF, 0x40}, 5, 2, options));
  EXPECT_EQ(page.master.color_space, ColorSpace::kIndexed);
  EXPECT_EQ(page.master.palette.size(), 12u);
  const std::uint8_t* first = page.pixels.row(0);
  EXPECT_EQ(Bytes(first, first + 6), (Bytes{255, 0, 0, 0, 255, 0}));
  const std::uint8_t* last = page.pixels.row(1) + 4 * 3;
  EXPECT_EQ(Bytes(last, last + 3), (Bytes{0, 255, 0}));
}

TEST(Png, SixteenBitsAreKeptAndReadByTheirUpperByte) {
  PngOptions options;
  options.type = PNG_COLOR_TYPE_GRAY;
  options.bits = 16;
  const ScannedPage page = load(write_png({0x12, 0x34, 0xFF, 0xFF, 0x00, 0x00}, 3, 1, options));
  EXPECT_EQ(page.master.bits_per_component, 16);
  EXPECT_TRUE(page.master.original);
  EXPECT_EQ(page.pixels.data, (Bytes{0x12, 0xFF, 0x00}));
}

TEST(Png, InterlacedIsStoredAgain) {
  const Image image = picture(3);
  PngOptions options;
  options.interlaced = true;
  const ScannedPage page = load(write_png(image, options));
  EXPECT_FALSE(page.master.original);
  EXPECT_EQ(difference(page.pixels, image), 0);
  EXPECT_EQ(difference(decoded_master(page), image), 0);
}

TEST(Png, TransparencyShowsWhitePaper) {
  PngOptions options;
  options.type = PNG_COLOR_TYPE_RGB_ALPHA;
  const ScannedPage rgba =
      load(write_png({10, 20, 30, 255, 10, 20, 30, 0, 0, 0, 0, 128}, 3, 1, options));
  EXPECT_EQ(rgba.pixels.data, (Bytes{10, 20, 30, 255, 255, 255, 127, 127, 127}));
  EXPECT_EQ(difference(decoded_master(rgba), rgba.pixels), 0);

  options.type = PNG_COLOR_TYPE_GRAY_ALPHA;
  EXPECT_EQ(load(write_png({7, 255, 7, 0}, 2, 1, options)).pixels.data, (Bytes{7, 255}));

  options.type = PNG_COLOR_TYPE_GRAY;
  options.transparent_grey = 7;
  EXPECT_EQ(load(write_png({7, 8}, 2, 1, options)).pixels.data, (Bytes{255, 8}));

  PngOptions indexed;
  indexed.type = PNG_COLOR_TYPE_PALETTE;
  indexed.palette = {{1, 2, 3}, {4, 5, 6}};
  indexed.alpha_of_palette = {0, 255};
  EXPECT_EQ(load(write_png({0, 1}, 2, 1, indexed)).pixels.data, (Bytes{255, 255, 255, 4, 5, 6}));
}

TEST(Png, ExifTurnsIt) {
  PngOptions options;
  options.exif = exif_block(6);
  const ScannedPage page = load(write_png(picture(3, 48, 32), options));
  EXPECT_EQ(page.pixels.width, 32);
  EXPECT_EQ(page.pixels.height, 48);
}

TEST(Png, WithoutResolutionIsRefused) {
  PngOptions options;
  options.dots_per_metre = 2835;  // 72 dpi
  EXPECT_EQ(failure(write_png(picture(1), options), AcquireSettings{}),
            "scan: no credible resolution (72 dpi); pass --image-dpi 300");
}

TEST(Png, CutAnywhereEndsEarly) {
  const Bytes file = write_png(picture(3, 120, 90));
  for (const double share : {0.1, 0.5, 0.99}) {
    EXPECT_EQ(failure(cut_short(file, share)), "scan: image data ends early; scan the page again");
  }
}

/// A chunk's checksum, made right again.
void reseal(Bytes& file, std::size_t at, std::size_t size) {
  const auto sum =
      static_cast<std::uint32_t>(::crc32(0, &file[at + 4], static_cast<uInt>(size + 4)));
  for (int i = 0; i < 4; ++i) {
    file[at + 8 + size + static_cast<std::size_t>(i)] =
        static_cast<std::uint8_t>(sum >> (24 - 8 * i));
  }
}

TEST(Png, LiesInTheHeaderAreErrors) {
  const Bytes file = write_png(picture(3));
  Bytes bomb = file;
  for (std::size_t i = 16; i < 24; ++i) bomb[i] = 0x00;
  bomb[17] = bomb[21] = 0x01;  // 65536 × 65536
  reseal(bomb, 8, 13);
  EXPECT_NE(failure(bomb).find("pass --max-image-mpixels 4295"), std::string::npos);

  Bytes empty = file;
  for (std::size_t i = 16; i < 24; ++i) empty[i] = 0;
  reseal(empty, 8, 13);
  EXPECT_EQ(failure(empty), "scan: the image has no pixels; scan the page again");

  Bytes taller = file;
  taller[23] = static_cast<std::uint8_t>(taller[23] + 100);
  reseal(taller, 8, 13);
  EXPECT_EQ(failure(taller), "scan: image data ends early; scan the page again");

  Bytes unsealed = file;
  unsealed[20] ^= 1;
  EXPECT_NE(failure(unsealed).find("a checksum does not fit"), std::string::npos);
}

}  // namespace
}  // namespace sohoa::test
