#include <lcms2.h>

#include "pipeline/acquire/orientation.h"
#include "tests/acquire/files.h"
#include "tests/acquire/jpeg_files.h"

namespace sohoa::test {
namespace {

constexpr int kLossy = 12;  // of 255, at quality 98

TEST(Jpeg, IsItsOwnMaster) {
  for (const bool progressive : {false, true}) {
    for (const int channels : {1, 3}) {
      JpegOptions options;
      options.progressive = progressive;
      const Image image = picture(channels);
      const Bytes file = write_jpeg(image, options);
      const ScannedPage page = load(file);
      EXPECT_TRUE(page.master.bytes == file);
      EXPECT_TRUE(page.master.original);
      EXPECT_EQ(page.master.codec, Codec::kJpeg);
      EXPECT_EQ(page.master.sha256, sha256_of(file));
      EXPECT_LE(difference(page.pixels, image), kLossy);
      EXPECT_EQ(difference(page.pixels, decoded_master(page)), 0);
    }
  }
}

TEST(Jpeg, ResolutionGivesThePageSize) {
  JpegOptions options;
  options.dpi_x = 200;
  options.dpi_y = 100;
  const ScannedPage page = load(write_jpeg(picture(3, 200, 100), options));
  EXPECT_DOUBLE_EQ(page.dpi.x, 200);
  EXPECT_DOUBLE_EQ(page.dpi.y, 100);
  EXPECT_DOUBLE_EQ(page.size.width_pt, 72);
  EXPECT_DOUBLE_EQ(page.size.height_pt, 72);
}

TEST(Jpeg, ResolutionOfExifServesWhereJfifHasNone) {
  JpegOptions options;
  options.dpi_x = 0;
  options.exif = exif_block(1, 400);
  EXPECT_DOUBLE_EQ(load(write_jpeg(picture(3), options)).dpi.x, 400);
}

TEST(Jpeg, WithoutCredibleResolutionIsRefusedUnlessOneIsGiven) {
  JpegOptions options;
  options.dpi_x = options.dpi_y = 72;
  const Bytes file = write_jpeg(picture(3), options);
  EXPECT_EQ(failure(file, AcquireSettings{}),
            "scan: no credible resolution (72 dpi); pass --image-dpi 300");
  EXPECT_DOUBLE_EQ(load(file, settings_with_dpi()).dpi.x, 300);
  options.dpi_x = 0;
  EXPECT_EQ(failure(write_jpeg(picture(3), options), AcquireSettings{}),
            "scan: no credible resolution; pass --image-dpi 300");
}

TEST(Jpeg, EveryExifOrientationIsShownUpright) {
  const Image image = picture(3);
  for (int orientation = 1; orientation <= 8; ++orientation) {
    SCOPED_TRACE(orientation);
    // Stored so that the tag turns it back: 6 and 8 undo each other, the others themselves.
    const int undo = orientation == 6 ? 8 : orientation == 8 ? 6 : orientation;
    JpegOptions options;
    options.exif = exif_block(orientation);
    const ScannedPage page = load(write_jpeg(oriented(image, undo), options));
    EXPECT_LE(difference(page.pixels, image), kLossy);
    EXPECT_EQ(difference(page.pixels, oriented(decoded_master(page), orientation)), 0);
    const Point corner = page.pixels_to_points * Point{0, 0};
    EXPECT_NEAR(corner.x, 0, 1e-9);
    EXPECT_NEAR(corner.y, page.size.height_pt, 1e-9);
  }
}

TEST(Jpeg, PlacementPutsTheMastersTopLeftWhereTheOrientationSaysSo) {
  JpegOptions options;
  options.exif = exif_block(6);  // turned clockwise: the stored top left is shown top right
  const ScannedPage page = load(write_jpeg(picture(3), options));
  const Point shown = page.placement * Point{0, 1};
  EXPECT_NEAR(shown.x, page.size.width_pt, 1e-9);
  EXPECT_NEAR(shown.y, page.size.height_pt, 1e-9);
}

/// Full cyan, magenta, yellow, black and paper in stripes.
Bytes cmyk_stripes(int width, int height) {
  const int inks[5][4] = {{255, 0, 0, 0}, {0, 255, 0, 0}, {0, 0, 255, 0}, {0, 0, 0, 255}, {}};
  Bytes samples;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      for (const int ink : inks[x * 5 / width]) samples.push_back(static_cast<std::uint8_t>(ink));
    }
  }
  return samples;
}

void expect_stripes(const ScannedPage& page, int tolerance) {
  const int colours[5][3] = {
      {0, 255, 255}, {255, 0, 255}, {255, 255, 0}, {0, 0, 0}, {255, 255, 255}};
  for (int stripe = 0; stripe < 5; ++stripe) {
    const std::uint8_t* pixel =
        page.pixels.row(page.pixels.height / 2) + (stripe * 16 + 8) * page.pixels.channels;
    for (int k = 0; k < 3; ++k) EXPECT_NEAR(pixel[k], colours[stripe][k], tolerance) << stripe;
  }
}

TEST(Jpeg, AdobesInvertedCmykGetsADecodeArray) {
  for (const J_COLOR_SPACE stored : {JCS_CMYK, JCS_YCCK}) {
    Bytes inverted = cmyk_stripes(80, 16);
    for (std::uint8_t& value : inverted) value = static_cast<std::uint8_t>(255 - value);
    JpegOptions options;
    options.stored = stored;
    const ScannedPage page = load(write_jpeg(inverted, 80, 16, 4, options));
    EXPECT_EQ(page.master.decode, (std::vector<double>{1, 0, 1, 0, 1, 0, 1, 0}));
    EXPECT_EQ(page.master.color_space, ColorSpace::kCmyk);
    EXPECT_TRUE(page.master.original);
    expect_stripes(page, 12);
  }
}

TEST(Jpeg, CmykWithoutAdobesMarkerIsNotInverted) {
  JpegOptions options;
  options.stored = JCS_CMYK;
  options.adobe = false;
  const ScannedPage page = load(write_jpeg(cmyk_stripes(80, 16), 80, 16, 4, options));
  EXPECT_TRUE(page.master.decode.empty());
  expect_stripes(page, 12);
}

Bytes saved_profile(cmsHPROFILE profile) {
  cmsUInt32Number size = 0;
  cmsSaveProfileToMem(profile, nullptr, &size);
  Bytes bytes(size);
  cmsSaveProfileToMem(profile, bytes.data(), &size);
  cmsCloseProfile(profile);
  return bytes;
}

/// All inks but black print bright yellow: nothing a formula would come up with.
Bytes odd_cmyk_profile() {
  const cmsHPROFILE profile = cmsCreateProfilePlaceholder(nullptr);
  cmsSetProfileVersion(profile, 2.1);
  cmsSetDeviceClass(profile, cmsSigOutputClass);
  cmsSetColorSpace(profile, cmsSigCmykData);
  cmsSetPCS(profile, cmsSigLabData);
  cmsPipeline* pipeline = cmsPipelineAlloc(nullptr, 4, 3);
  cmsStage* grid = cmsStageAllocCLut16bit(nullptr, 2, 4, 3, nullptr);
  cmsStageSampleCLut16bit(
      grid,
      [](const cmsUInt16Number in[], cmsUInt16Number out[], void*) -> cmsInt32Number {
        const cmsCIELab lab = {90.0 * (65535 - in[3]) / 65535, 0, 80.0 * (65535 - in[3]) / 65535};
        cmsFloat2LabEncodedV2(out, &lab);
        return 1;
      },
      nullptr, 0);
  cmsPipelineInsertStage(pipeline, cmsAT_BEGIN, grid);
  cmsWriteTag(profile, cmsSigAToB0Tag, pipeline);
  cmsWriteTag(profile, cmsSigAToB1Tag, pipeline);
  cmsPipelineFree(pipeline);
  return saved_profile(profile);
}

TEST(Jpeg, CmykIsReadThroughItsProfile) {
  JpegOptions options;
  options.stored = JCS_CMYK;
  options.adobe = false;
  options.icc_profile = odd_cmyk_profile();
  const ScannedPage page = load(write_jpeg(cmyk_stripes(80, 16), 80, 16, 4, options));
  EXPECT_TRUE(page.master.icc_profile == options.icc_profile);
  const std::uint8_t* cyan = page.pixels.row(8) + 8 * 3;
  EXPECT_GT(cyan[0], 200);
  EXPECT_LT(cyan[2], 120);
}

TEST(Jpeg, KeepsItsProfileButNotOneOfOtherComponents) {
  JpegOptions options;
  options.icc_profile = saved_profile(cmsCreate_sRGBProfile());
  EXPECT_TRUE(load(write_jpeg(picture(3), options)).master.icc_profile == options.icc_profile);
  EXPECT_TRUE(load(write_jpeg(picture(1), options)).master.icc_profile.empty());
}

TEST(Jpeg, ArithmeticCodingIsStoredAgain) {
  JpegOptions options;
  options.arithmetic = true;
  const ScannedPage page = load(write_jpeg(picture(3), options));
  EXPECT_EQ(page.master.codec, Codec::kFlate);
  EXPECT_FALSE(page.master.original);
  EXPECT_EQ(difference(page.pixels, decoded_master(page)), 0);
}

TEST(Jpeg, CutAnywhereEndsEarly) {
  for (const bool progressive : {false, true}) {
    JpegOptions options;
    options.progressive = progressive;
    const Bytes file = write_jpeg(picture(3, 300, 200), options);
    for (const double share : {0.5, 0.7, 0.9}) {
      EXPECT_EQ(failure(cut_short(file, share)), "scan: image data ends early; scan the page again")
          << share;
    }
    EXPECT_NE(failure(cut_short(file, 0.01)), "");
  }
}

TEST(Jpeg, OnlyTheEndMarkMayBeMissing) {
  const Bytes whole = write_jpeg(picture(3));
  const Bytes file(whole.begin(), whole.end() - 2);
  EXPECT_EQ(failure(file), "");
}

TEST(Jpeg, DamageInTheMiddleIsAFindingOrAnError) {
  Bytes file = write_jpeg(picture(3, 300, 200));
  for (std::size_t i = file.size() / 2; i < file.size() / 2 + 40; ++i) file[i] = 0x55;
  const Folder folder;
  try {
    EXPECT_FALSE(load(file).findings.empty());
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kInput);
  }
}

TEST(Jpeg, ABombIsRefusedByItsHeader) {
  Bytes file = write_jpeg(picture(1));
  for (std::size_t i = 0; i + 8 < file.size(); ++i) {
    if (file[i] != 0xFF || file[i + 1] != 0xC0) continue;
    for (std::size_t k = i + 5; k < i + 9; ++k) file[k] = (k - i) % 2 == 1 ? 0xFF : 0;
    break;
  }
  EXPECT_EQ(
      failure(file),
      "scan: the image has 65280 × 65280 pixels, more than the limit of 250 million; if it is "
      "to be trusted, pass --max-image-mpixels 4262");
}

}  // namespace
}  // namespace sohoa::test
