#include "tests/acquire/jpeg2000_files.h"
#include "tests/acquire/pdf_files.h"
#include "tests/acquire/png_files.h"

namespace sohoa::test {
namespace {

AcquireSettings for_pdf14() {
  AcquireSettings settings = settings_with_dpi();
  settings.target = TargetPdf::kPdf14;
  return settings;
}

std::vector<std::string> codes_of(const ScannedPage& page) {
  std::vector<std::string> codes;
  for (const Finding& finding : page.findings) codes.push_back(finding.code);
  return codes;
}

using Codes = std::vector<std::string>;

TEST(ForPdf14, Jpeg2000IsStoredAgainWithoutLossAndSaysSo) {
  const Image image = picture(3);
  const ScannedPage page = load(write_jpeg2000(image), for_pdf14());
  EXPECT_EQ(page.master.codec, Codec::kFlate);
  EXPECT_FALSE(page.master.original);
  EXPECT_EQ(page.master.sha256, sha256_of(page.master.bytes));
  EXPECT_EQ(difference(decoded_master(page), image), 0);
  EXPECT_EQ(difference(page.pixels, image), 0);
  EXPECT_EQ(codes_of(page), Codes{"page.image-stored-again"});
}

TEST(ForPdf14, SixteenBitsBecomeTheNearestEight) {
  PngOptions options;
  options.type = PNG_COLOR_TYPE_GRAY;
  options.bits = 16;
  const ScannedPage page =
      load(write_png({0, 0, 0x7F, 0xFF, 0x80, 0x7F, 0x80, 0x81, 0xFF, 0xFF}, 5, 1, options),
           for_pdf14());
  EXPECT_EQ(page.master.bits_per_component, 8);
  EXPECT_EQ(decoded_master(page).data, (Bytes{0, 127, 128, 128, 255}));
  EXPECT_EQ(codes_of(page), Codes{"page.image-depth-reduced"});
  EXPECT_EQ(page.findings[0].severity, Severity::kWarning);
}

TEST(ForPdf14, WhatPdf14KnowsStaysAsItIs) {
  const Bytes file = write_png(picture(3));
  const ScannedPage page = load(file, for_pdf14());
  EXPECT_TRUE(page.master.original);
  EXPECT_EQ(page.master.sha256, load(file).master.sha256);
  EXPECT_EQ(codes_of(page), Codes{});
}

/// A scan of a pixel a point, grey 200 but for one black column, half covered with blue glass.
Bytes with_glass() {
  Image image;
  image.width = 200;
  image.height = 300;
  image.data.assign(200 * 300, 200);
  for (int y = 0; y < 300; ++y) image.row(y)[70] = 0;
  PdfBuilder pdf;
  pdf.image("Im", size_keys(image) + "/ColorSpace /DeviceGray /BitsPerComponent 8", image.data);
  pdf.resources().getKey("/ExtGState").replaceKey("/Half", PdfBuilder::parse("<< /ca 0.5 >>"));
  return pdf.show(shown(image) + "/Half gs 0 0 1 rg 50 100 40 20 re f", media_box(image)).bytes();
}

TEST(ForPdf14, GlassOverTheScanIsDrawnTogetherWithIt) {
  const ScannedPage page = load(with_glass(), for_pdf14());
  ASSERT_EQ(page.overlays.size(), 1u);
  const Overlay& overlay = page.overlays[0];
  EXPECT_TRUE(overlay.mask.bytes.empty());
  EXPECT_EQ(codes_of(page), Codes{"page.overlay-flattened"});
  const Image flat = decode_master({"overlay", 250}, overlay.picture, 20);
  const auto pixel_at = [&](double x, double y) {
    const Point p = inverse(overlay.placement) * Point{x, y};
    return flat.row(static_cast<int>((1 - p.y) * flat.height)) +
           3 * static_cast<int>(p.x * flat.width);
  };
  EXPECT_NEAR(pixel_at(60.5, 110.5)[0], 100, 2);  // half of 200
  EXPECT_NEAR(pixel_at(60.5, 110.5)[2], 228, 2);  // and of blue
  EXPECT_NEAR(pixel_at(70.5, 110.5)[0], 0, 2);    // the column shines through, as sharp as it was
  EXPECT_NEAR(pixel_at(70.5, 110.5)[2], 128, 2);
  EXPECT_NEAR(pixel_at(71.5, 110.5)[0], 100, 2);
  EXPECT_EQ(page.master.sha256, load(with_glass()).master.sha256) << "the scan is not touched";
}

}  // namespace
}  // namespace sohoa::test
