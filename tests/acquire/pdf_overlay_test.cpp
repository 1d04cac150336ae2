#include "tests/acquire/pdf_files.h"

namespace sohoa::test {
namespace {

/// A light grey scan of a point a pixel.
Image scan() {
  Image image;
  image.width = 400;
  image.height = 600;
  image.data.assign(400 * 600, 200);
  return image;
}

Bytes stamped(const std::string& content, const std::string& keys, const std::string& appearance,
              const std::string& page_keys = "") {
  const Image image = scan();
  PdfBuilder pdf;
  pdf.image("Im", size_keys(image) + "/ColorSpace /DeviceGray /BitsPerComponent 8", image.data);
  pdf.resources().getKey("/ExtGState").replaceKey("/Half", PdfBuilder::parse("<< /ca 0.5 >>"));
  pdf.show(shown(image) + content, media_box(image) + page_keys);
  if (!keys.empty()) pdf.annotate(keys, "/BBox [0 0 60 40]", appearance);
  return pdf.bytes();
}

const std::string kSignature =
    "/Subtype /Widget /FT /Sig /F 132 /T (Signature1) /Rect [300 500 360 540]";
const std::string kFrame = "1 0 0 rg 0 0 60 10 re f 0 30 60 10 re f";

int grey_at(const Overlay& overlay, double share_x, double share_y) {
  const Image mask = decode_master({"mask", 250}, overlay.mask, 20);
  return mask.row(static_cast<int>(share_y * mask.height))[static_cast<int>(share_x * mask.width)];
}

TEST(PdfOverlay, ASignatureStampIsKeptWithItsTransparencyAndNotRead) {
  const ScannedPage page = load(stamped("", kSignature, kFrame));
  ASSERT_FALSE(page.drawn);
  EXPECT_EQ(page.text_layer, TextLayer::kNone);
  ASSERT_EQ(page.overlays.size(), 1u);
  const Overlay& overlay = page.overlays[0];
  EXPECT_NEAR(overlay.placement.a, 60, 0.5);
  EXPECT_NEAR(overlay.placement.d, 40, 0.5);
  EXPECT_NEAR(overlay.placement.e, 300, 0.5);
  EXPECT_NEAR(overlay.placement.f, 500, 0.5);
  EXPECT_EQ(grey_at(overlay, 0.5, 0.1), 255);  // the bars
  EXPECT_EQ(grey_at(overlay, 0.5, 0.5), 0);    // the scan shows between them
  const Image picture_of = decode_master({"picture", 250}, overlay.picture, 20);
  EXPECT_EQ(picture_of.row(5)[30], 255);
  EXPECT_EQ(picture_of.row(5)[31], 0);
  // Nothing red came into the pixels: white where a bar hides the scan, the scan elsewhere.
  EXPECT_EQ(page.pixels.channels, 1);
  EXPECT_EQ(page.pixels.row(600 - 505)[330], 255);
  EXPECT_EQ(page.pixels.row(600 - 520)[330], 200);
}

TEST(PdfOverlay, MultipliedInkIsDrawnTogetherWithTheScan) {
  PdfBuilder pdf;
  const Image image = scan();
  pdf.image("Im", size_keys(image) + "/ColorSpace /DeviceGray /BitsPerComponent 8", image.data);
  pdf.resources().getKey("/ExtGState").replaceKey("/M", PdfBuilder::parse("<< /BM /Multiply >>"));
  pdf.show(shown(image) + "/M gs 1 0 0 rg 300 500 60 40 re f", media_box(image));
  const ScannedPage page = load(pdf.bytes());
  ASSERT_EQ(page.overlays.size(), 1u);
  EXPECT_TRUE(page.overlays[0].mask.bytes.empty());
  const Image drawn = decode_master({"picture", 250}, page.overlays[0].picture, 20);
  const std::uint8_t* middle = drawn.row(drawn.height / 2) + 3 * (drawn.width / 2);
  EXPECT_NEAR(middle[0], 200, 1);  // red lets the scan's red through
  EXPECT_EQ(middle[1], 0);
  EXPECT_EQ(page.pixels.row(600 - 520)[330], 200) << "what shines through is read";
}

TEST(PdfOverlay, HalfTransparentInkKeepsItsColour) {
  const ScannedPage page = load(stamped("/Half gs 1 0 0 rg 300 500 60 40 re f", "", ""));
  ASSERT_EQ(page.overlays.size(), 1u);
  EXPECT_NEAR(grey_at(page.overlays[0], 0.5, 0.5), 128, 2);
  const Image picture_of = decode_master({"picture", 250}, page.overlays[0].picture, 20);
  const std::uint8_t* middle = picture_of.row(picture_of.height / 2) + (picture_of.width / 2) * 3;
  EXPECT_NEAR(middle[0], 255, 3);
  EXPECT_NEAR(middle[1], 0, 3);
  EXPECT_EQ(page.pixels.row(600 - 520)[330], 200);
}

TEST(PdfOverlay, OpaqueOverlaysHaveNoMask) {
  const ScannedPage page = load(stamped("0 g 96 96 48 48 re f", "", ""));
  ASSERT_EQ(page.overlays.size(), 1u);
  EXPECT_TRUE(page.overlays[0].mask.bytes.empty());
}

TEST(PdfOverlay, StandsRightOnATurnedPage) {
  const ScannedPage page = load(stamped("", kSignature, kFrame, "/Rotate 90"));
  ASSERT_EQ(page.overlays.size(), 1u);
  const Matrix& placement = page.overlays[0].placement;
  EXPECT_NEAR(placement.a, 40, 0.5);
  EXPECT_NEAR(placement.d, 60, 0.5);
  EXPECT_NEAR(placement.e, 500, 0.5);        // up the sheet is to the right
  EXPECT_NEAR(placement.f, 400 - 360, 0.5);  // right is down
}

TEST(PdfOverlay, HiddenEmptyAndLinkAnnotationsAreNone) {
  const std::string place = "/Rect [300 500 360 540] ";
  EXPECT_TRUE(load(stamped("", place + "/Subtype /Stamp /F 2", kFrame)).overlays.empty());
  EXPECT_TRUE(load(stamped("", place + "/Subtype /Stamp /F 32", kFrame)).overlays.empty());
  EXPECT_TRUE(load(stamped("", place + "/Subtype /Stamp", "% nothing")).overlays.empty());
  EXPECT_TRUE(load(stamped("", place + "/Subtype /Link", kFrame)).overlays.empty());
  EXPECT_TRUE(load(stamped("", "/Rect [0 0 0 0] /Subtype /Widget", kFrame)).overlays.empty());
}

TEST(PdfOverlay, TheSameFileGivesTheSameBytes) {
  const Bytes file = stamped("", kSignature, kFrame);
  const ScannedPage first = load(file);
  const ScannedPage second = load(file);
  EXPECT_EQ(first.overlays[0].picture.sha256, second.overlays[0].picture.sha256);
  EXPECT_EQ(first.overlays[0].mask.sha256, second.overlays[0].mask.sha256);
}

}  // namespace
}  // namespace sohoa::test
