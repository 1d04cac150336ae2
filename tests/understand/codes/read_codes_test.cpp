#include "pipeline/understand/codes/read_codes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "pipeline/understand/codes/code_regions.h"
#include "tests/understand/codes/drawn_symbol.h"

namespace sohoa {
namespace {

using test::draw;
using test::DrawnSymbol;
using test::white_sheet;

constexpr double kDpi = 200;

DrawnSymbol qr(double degrees) {
  return {CodeKind::kQr, "001099990123||Nguyễn Thị Ẩn", {50, 40}, 18, 18, degrees};
}

TEST(ReadCodes, QrIsReadAtEveryAngleAndResolution) {
  for (const double dpi : {150.0, 200.0, 300.0}) {
    for (const double degrees : {0, 1, 7, 30, 45, 90, 135, 180, 271}) {
      Image sheet = white_sheet(100, 80, dpi);
      draw(sheet, dpi, qr(degrees));
      const std::vector<Code> codes = read_codes(sheet, {dpi, dpi});
      ASSERT_EQ(codes.size(), 1u) << dpi << " dpi, " << degrees << "°";
      EXPECT_EQ(codes[0].kind, CodeKind::kQr);
      EXPECT_EQ(codes[0].text, "001099990123||Nguyễn Thị Ẩn");
    }
  }
}

TEST(ReadCodes, BarcodesAreReadAtEveryAngle) {
  for (const CodeKind kind : {CodeKind::kCode39, CodeKind::kCode128}) {
    const std::string text = kind == CodeKind::kCode39 ? "PATCHT" : "000.00.01.H26-260930-0012";
    for (const double degrees : {0, -3, 20, 45, 90, 117, 180, 270}) {
      Image sheet = white_sheet(110, 110, kDpi);
      draw(sheet, kDpi, {kind, text, {55, 55}, 90, 14, degrees});
      const std::vector<Code> codes = read_codes(sheet, {kDpi, kDpi});
      ASSERT_EQ(codes.size(), 1u) << degrees << "°";
      EXPECT_EQ(codes[0].kind, kind);
      EXPECT_EQ(codes[0].text, text);
    }
  }
}

TEST(ReadCodes, BoxLiesAroundTheSymbol) {
  Image sheet = white_sheet(100, 80, kDpi);
  draw(sheet, kDpi, qr(0));
  const std::vector<Code> codes = read_codes(sheet, {kDpi, kDpi});
  ASSERT_EQ(codes.size(), 1u);
  const double px_per_mm = kDpi / 25.4, off_px = 0.8 * px_per_mm;
  EXPECT_NEAR(codes[0].box.left, 41 * px_per_mm, off_px);
  EXPECT_NEAR(codes[0].box.top, 31 * px_per_mm, off_px);
  EXPECT_NEAR(codes[0].box.right, 59 * px_per_mm, off_px);
  EXPECT_NEAR(codes[0].box.bottom, 49 * px_per_mm, off_px);
}

TEST(ReadCodes, OtherMatrixCodesAreRead) {
  for (const CodeKind kind : {CodeKind::kDataMatrix, CodeKind::kAztec}) {
    Image sheet = white_sheet(60, 60, kDpi);
    draw(sheet, kDpi, {kind, "H26-260930-0012", {30, 30}, 16, 16, 0});
    const std::vector<Code> codes = read_codes(sheet, {kDpi, kDpi});
    ASSERT_EQ(codes.size(), 1u);
    EXPECT_EQ(codes[0].kind, kind);
  }
}

TEST(ReadCodes, TwoBarcodesOfOneTextAreBothRead) {
  Image sheet = white_sheet(140, 160, kDpi);
  draw(sheet, kDpi, {CodeKind::kCode39, "PATCHT", {80, 20}, 90, 14, 0});
  draw(sheet, kDpi, {CodeKind::kCode39, "PATCHT", {15, 100}, 90, 14, 90});
  EXPECT_EQ(read_codes(sheet, {kDpi, kDpi}).size(), 2u);
}

TEST(ReadCodes, TwoBarcodesCloseTogetherDoNotEndTheProgram) {
  Image sheet = white_sheet(140, 60, kDpi);
  draw(sheet, kDpi, {CodeKind::kCode39, "PATCHT", {70, 20}, 90, 10, 0});
  draw(sheet, kDpi, {CodeKind::kCode39, "PATCHT", {70, 32}, 90, 10, 0});
  EXPECT_FALSE(read_codes(sheet, {kDpi, kDpi}).empty());
}

TEST(ReadCodes, FaxWithOblongPixelsIsRead) {
  Image square = white_sheet(100, 80, 204);
  draw(square, 204, {CodeKind::kCode39, "PATCHT", {50, 40}, 90, 14, 0});
  Image fax{square.width, square.height / 2, 1, {}};
  for (int y = 0; y < fax.height; ++y) {
    fax.data.insert(fax.data.end(), square.row(2 * y), square.row(2 * y) + square.width);
  }
  EXPECT_EQ(read_codes(fax, {204, 102}).size(), 1u);
}

TEST(ReadCodes, ColourIsReadLikeGrey) {
  Image grey = white_sheet(100, 80, kDpi);
  draw(grey, kDpi, qr(5));
  Image colour{grey.width, grey.height, 3, {}};
  for (const std::uint8_t px : grey.data) colour.data.insert(colour.data.end(), 3, px);
  EXPECT_EQ(read_codes(colour, {kDpi, kDpi}).size(), 1u);
}

TEST(ReadCodes, NothingIsReadOnTinyAndEmptyImages) {
  EXPECT_TRUE(read_codes({}, {300, 300}).empty());
  for (const int side : {1, 2, 5, 17}) {
    Image image{side, side, 1, Bytes(static_cast<std::size_t>(side) * side, 0)};
    EXPECT_TRUE(read_codes(image, {300, 300}).empty());
  }
}

TEST(ReadCodes, NonsensicalResolutionIsBorne) {
  Image sheet = white_sheet(60, 60, kDpi);
  draw(sheet, kDpi, {CodeKind::kQr, "H26", {30, 30}, 30, 30, 0});
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (const double dpi : {0.0, -5.0, 1e-9, 1e300, nan, std::numeric_limits<double>::infinity()}) {
    EXPECT_LE(read_codes(sheet, {dpi, dpi}).size(), 1u);
  }
}

TEST(ReadCodes, NoiseGivesNothingAndFewRegions) {
  Image noise{1240, 1754, 1, Bytes(std::size_t{1240} * 1754)};
  std::mt19937 random(7);
  for (std::uint8_t& px : noise.data) px = static_cast<std::uint8_t>(random());
  EXPECT_TRUE(read_codes(noise, {150, 150}).empty());
  EXPECT_LE(code_regions(noise, {150, 150}).size(), kCodeRegionsMax);
}

}  // namespace
}  // namespace sohoa
