#include "pipeline/acquire/orientation.h"
#include "tests/acquire/tiff_files.h"

namespace sohoa::test {
namespace {

TEST(Tiff, FaxInOneStripKeepsItsStreamWhateverABitMeans) {
  const Image image = bilevel_picture();
  for (const int compression :
       {COMPRESSION_CCITTFAX4, COMPRESSION_CCITTFAX3, COMPRESSION_CCITTRLE}) {
    for (const int photometric : {PHOTOMETRIC_MINISWHITE, PHOTOMETRIC_MINISBLACK}) {
      for (const char* mode : {"wl", "wb", "w8"}) {
        SCOPED_TRACE(std::to_string(compression) + " " + std::to_string(photometric) + mode);
        TiffOptions options;
        options.compression = compression;
        options.photometric = photometric;
        options.mode = mode;
        const ScannedPage page = load(write_bilevel(image, options));
        EXPECT_EQ(page.master.codec, Codec::kCcitt);
        EXPECT_TRUE(page.master.original);
        EXPECT_EQ(page.master.ccitt.black_is_1, photometric == PHOTOMETRIC_MINISBLACK);
        EXPECT_EQ(difference(page.pixels, image), 0);
      }
    }
  }
}

TEST(Tiff, GroupThreeInTwoDimensionsKeepsItsStream) {
  TiffOptions options;
  options.compression = COMPRESSION_CCITTFAX3;
  options.photometric = PHOTOMETRIC_MINISWHITE;
  for (const int group3 :
       {GROUP3OPT_2DENCODING, GROUP3OPT_2DENCODING | GROUP3OPT_FILLBITS, GROUP3OPT_FILLBITS + 0}) {
    options.group3_options = group3;
    const Image image = bilevel_picture();
    const ScannedPage page = load(write_bilevel(image, options));
    EXPECT_EQ(page.master.ccitt.k > 0, (group3 & GROUP3OPT_2DENCODING) != 0);
    EXPECT_EQ(difference(page.pixels, image), 0);
  }
}

TEST(Tiff, ReversedFillOrderIsTurnedRoundAndNoLongerOriginal) {
  TiffOptions options;
  options.compression = COMPRESSION_CCITTFAX4;
  options.photometric = PHOTOMETRIC_MINISWHITE;
  const Bytes straight = load(write_bilevel(bilevel_picture(), options)).master.bytes;
  options.fill_order = FILLORDER_LSB2MSB;
  const ScannedPage page = load(write_bilevel(bilevel_picture(), options));
  EXPECT_FALSE(page.master.original);
  EXPECT_TRUE(page.master.bytes == straight);
  EXPECT_EQ(difference(page.pixels, bilevel_picture()), 0);
}

TEST(Tiff, BilevelInStripsOrTilesBecomesOneGroupFourStream) {
  const Image image = bilevel_picture();
  for (const int compression : {COMPRESSION_NONE, COMPRESSION_CCITTFAX4, COMPRESSION_LZW,
                                COMPRESSION_PACKBITS, COMPRESSION_ADOBE_DEFLATE}) {
    for (const int photometric : {PHOTOMETRIC_MINISWHITE, PHOTOMETRIC_MINISBLACK}) {
      for (const int tile : {0, 32}) {
        SCOPED_TRACE(std::to_string(compression) + " " + std::to_string(photometric));
        TiffOptions options;
        options.compression = compression;
        options.photometric = photometric;
        options.rows_per_strip = 7;
        options.tile = tile;
        const ScannedPage page = load(write_bilevel(image, options));
        EXPECT_EQ(page.master.codec, Codec::kCcitt);
        EXPECT_FALSE(page.master.original);
        EXPECT_EQ(difference(page.pixels, image), 0);
        EXPECT_EQ(difference(decoded_master(page), image), 0);
      }
    }
  }
}

TEST(Tiff, GreyAndColourAreStoredAgainWithoutLoss) {
  for (const int channels : {1, 3}) {
    const Image image = picture(channels, 70, 40);
    for (const int compression : {COMPRESSION_NONE, COMPRESSION_LZW, COMPRESSION_PACKBITS,
                                  COMPRESSION_ADOBE_DEFLATE, COMPRESSION_DEFLATE}) {
      for (const char* mode : {"wl", "wb"}) {
        for (const int tile : {0, 16}) {
          TiffOptions options;
          options.compression = compression;
          options.mode = mode;
          options.tile = tile;
          options.rows_per_strip = 9;
          const ScannedPage page = load(write_tiff(image, options));
          EXPECT_EQ(page.master.codec, Codec::kFlate);
          EXPECT_EQ(difference(page.pixels, image), 0) << compression << mode << tile;
          EXPECT_EQ(difference(decoded_master(page), image), 0);
        }
      }
    }
  }
}

TEST(Tiff, WhiteIsZeroGreyIsTurnedRound) {
  TiffOptions options;
  options.photometric = PHOTOMETRIC_MINISWHITE;
  const ScannedPage page = load(write_tiff({0, 255, 100}, 3, 1, options));
  EXPECT_EQ(page.pixels.data, (Bytes{255, 0, 155}));
  EXPECT_EQ(difference(decoded_master(page), page.pixels), 0);
}

TEST(Tiff, PlanesApartAreReadTogether) {
  const Image image = picture(3);
  TiffOptions options;
  options.planar = PLANARCONFIG_SEPARATE;
  EXPECT_EQ(difference(load(write_tiff(image, options)).pixels, image), 0);
}

TEST(Tiff, SixteenBitsKeepBothBytes) {
  for (const char* mode : {"wl", "wb"}) {
    TiffOptions options;
    options.mode = mode;
    options.bits = 16;
    const std::uint16_t values[3] = {0x1234, 0xFFFF, 0x00FF};
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(values);
    const ScannedPage page = load(write_tiff(Bytes(bytes, bytes + 6), 3, 1, options));
    EXPECT_EQ(page.master.bits_per_component, 16);
    EXPECT_EQ(page.pixels.data, (Bytes{0x12, 0xFF, 0x00}));
    EXPECT_EQ(difference(decoded_master(page), page.pixels), 0);
  }
}

TEST(Tiff, PaletteIsIndexed) {
  TiffOptions options;
  options.photometric = PHOTOMETRIC_PALETTE;
  options.bits = 4;
  std::uint16_t red[16] = {0xFFFF, 0x0000};
  std::uint16_t green[16] = {0x0000, 0xFFFF};
  std::uint16_t blue[16] = {0x8000, 0x0000};
  const Bytes file = write_tiff({0x01}, 2, 1, options, [&](TIFF* tiff) {
    TIFFSetField(tiff, TIFFTAG_COLORMAP, red, green, blue);
  });
  const ScannedPage page = load(file);
  EXPECT_EQ(page.master.color_space, ColorSpace::kIndexed);
  EXPECT_EQ(page.pixels.data, (Bytes{255, 0, 128, 0, 255, 0}));
}

TEST(Tiff, CmykIsKeptAsInk) {
  TiffOptions options;
  options.photometric = PHOTOMETRIC_SEPARATED;
  options.samples = 4;
  const ScannedPage page =
      load(write_tiff({255, 0, 0, 0, 0, 0, 0, 255, 0, 0, 0, 0}, 3, 1, options));
  EXPECT_EQ(page.master.color_space, ColorSpace::kCmyk);
  EXPECT_EQ(page.pixels.data, (Bytes{0, 255, 255, 0, 0, 0, 255, 255, 255}));
}

TEST(Tiff, TransparencyShowsWhitePaper) {
  TiffOptions options;
  options.photometric = PHOTOMETRIC_RGB;
  options.samples = 4;
  options.extra_sample = EXTRASAMPLE_UNASSALPHA;
  const ScannedPage page =
      load(write_tiff({10, 20, 30, 255, 10, 20, 30, 0, 0, 0, 0, 0}, 3, 1, options));
  EXPECT_EQ(page.pixels.data, (Bytes{10, 20, 30, 255, 255, 255, 255, 255, 255}));
}

TEST(Tiff, JpegInOneStripKeepsItsCoding) {
  for (const int channels : {1, 3}) {
    const Image image = picture(channels, 64, 48);
    TiffOptions options;
    options.compression = COMPRESSION_JPEG;
    if (channels == 3) options.photometric = PHOTOMETRIC_YCBCR;
    const ScannedPage page = load(write_tiff(image, options));
    EXPECT_EQ(page.master.codec, Codec::kJpeg);
    EXPECT_LE(difference(page.pixels, image), 12);
  }
}

TEST(Tiff, JpegInStripsOrTilesIsStoredAgain) {
  const Image image = picture(3, 64, 48);
  for (const int tile : {0, 16}) {
    TiffOptions options;
    options.compression = COMPRESSION_JPEG;
    options.photometric = PHOTOMETRIC_YCBCR;
    options.rows_per_strip = 16;
    options.tile = tile;
    const ScannedPage page = load(write_tiff(image, options));
    EXPECT_EQ(page.master.codec, Codec::kFlate);
    EXPECT_LE(difference(page.pixels, image), 12);
    EXPECT_EQ(difference(decoded_master(page), page.pixels), 0);
  }
}

TEST(Tiff, FaxResolutionsDiffer) {
  TiffOptions options;
  options.compression = COMPRESSION_CCITTFAX3;
  options.photometric = PHOTOMETRIC_MINISWHITE;
  options.dpi_x = 204;
  options.dpi_y = 98;
  const ScannedPage page =
      load(write_bilevel(bilevel_picture(204, 98), options), AcquireSettings{});
  EXPECT_NEAR(page.dpi.x, 204, 0.01);
  EXPECT_NEAR(page.dpi.y, 98, 0.01);
  EXPECT_NEAR(page.size.width_pt, 72, 0.01);
  EXPECT_NEAR(page.size.height_pt, 72, 0.01);
}

TEST(Tiff, CentimetresAreConvertedAndNoUnitIsNoResolution) {
  TiffOptions options;
  options.dpi_x = options.dpi_y = 100;
  options.unit = RESUNIT_CENTIMETER;
  EXPECT_NEAR(load(write_tiff(picture(1), options), AcquireSettings{}).dpi.x, 254, 0.01);
  options.unit = RESUNIT_NONE;
  EXPECT_NE(failure(write_tiff(picture(1), options), AcquireSettings{}), "");
}

TEST(Tiff, EveryOrientationIsShownUpright) {
  const Image image = picture(1);
  for (int orientation = 1; orientation <= 8; ++orientation) {
    const int undo = orientation == 6 ? 8 : orientation == 8 ? 6 : orientation;
    TiffOptions options;
    options.orientation = orientation;
    const ScannedPage page = load(write_tiff(oriented(image, undo), options));
    EXPECT_EQ(difference(page.pixels, image), 0) << orientation;
  }
}

TEST(Tiff, PagesAreCountedAndThumbnailsLeftOut) {
  TiffOptions options;
  options.pages = 3;
  int written = 0;
  const Image image = picture(1);
  const Bytes file = write_tiff(image.data, image.width, image.height, options, [&](TIFF* tiff) {
    if (++written == 2) TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, FILETYPE_REDUCEDIMAGE);
  });
  const Folder folder;
  const InputFile input = open_input(folder.write("a.tif", file), "a.tif", AcquireSettings{});
  EXPECT_EQ(input.kind, InputKind::kTiff);
  EXPECT_EQ(input.page_count, 2);
  PageLoader loader{AcquireSettings{}};
  EXPECT_EQ(difference(loader.load(input, 2).pixels, image), 0);
  EXPECT_EQ(difference(loader.load(input, 1).pixels, image), 0);
}

TEST(Tiff, ALoopOfPagesEnds) {
  TiffOptions options;
  options.mode = "wl";
  options.pages = 2;
  Bytes file = write_tiff(picture(1), options);
  // The last directory's link is the only zero word at the end of a directory; lead it to the
  // first.
  std::size_t at = file[4] | file[5] << 8 | file[6] << 16;
  const std::size_t first = at;
  for (int guard = 0; guard < 2; ++guard) {
    const std::size_t link = at + 2 + 12 * static_cast<std::size_t>(file[at] | file[at + 1] << 8);
    const std::size_t next = file[link] | file[link + 1] << 8 | file[link + 2] << 16;
    if (next != 0) {
      at = next;
      continue;
    }
    for (int i = 0; i < 4; ++i) file[link + i] = static_cast<std::uint8_t>(first >> (8 * i));
  }
  const Folder folder;
  const InputFile input = open_input(folder.write("a.tif", file), "a.tif", AcquireSettings{});
  EXPECT_LE(input.page_count, 2);
}

TEST(Tiff, CutDataAreErrors) {
  for (const int compression : {COMPRESSION_NONE, COMPRESSION_LZW, COMPRESSION_ADOBE_DEFLATE,
                                COMPRESSION_PACKBITS, COMPRESSION_JPEG}) {
    TiffOptions options;
    options.compression = compression;
    const Bytes file = write_tiff(picture(1, 200, 160), options);
    for (const double share : {0.2, 0.6, 0.95}) {
      EXPECT_NE(failure(cut_short(file, share)), "") << compression << " " << share;
    }
  }
}

TEST(Tiff, AFaxThatStopsEndsEarly) {
  TiffOptions options;
  options.compression = COMPRESSION_CCITTFAX4;
  options.photometric = PHOTOMETRIC_MINISWHITE;
  const Image image = bilevel_picture(200, 150);
  const Bytes file = write_bilevel(image, options);
  const Folder folder;
  ScannedPage page = load(file);
  page.master.bytes.resize(page.master.bytes.size() / 2);
  EXPECT_THROW(decoded_master(page), Error);
}

TEST(Tiff, ABombIsRefused) {
  TiffOptions options;
  const Image image = picture(1);
  AcquireSettings settings = settings_with_dpi();
  settings.image_mpixels_max = 0.001;
  EXPECT_NE(failure(write_tiff(image, options), settings).find("--max-image-mpixels 1"),
            std::string::npos);
}

}  // namespace
}  // namespace sohoa::test
