#include "pipeline/acquire/orientation.h"
#include "tests/acquire/jpeg_files.h"
#include "tests/acquire/pdf_files.h"

namespace sohoa::test {
namespace {

const std::string kGrey8 = "/ColorSpace /DeviceGray /BitsPerComponent 8 ";

Bytes grey_pdf(const Image& image, const std::string& content, const std::string& page_keys) {
  PdfBuilder pdf;
  pdf.image("Im", size_keys(image) + kGrey8, image.data);
  return pdf.show(content, page_keys).bytes();
}

AcquireSettings drawing_settings(double dpi) {
  AcquireSettings settings;
  settings.existing_text = ExistingText::kForce;
  settings.draw_dpi = dpi;
  return settings;
}

// Poppler is the referee: what it draws at a pixel a point is what must come out.
TEST(PdfPage, EveryMatrixAndRotationComesOutAsAViewerShowsIt) {
  const Image image = picture(1, 48, 32);
  const char* matrices[] = {"48 0 0 32 0 0",   "-48 0 0 32 48 0",  "-48 0 0 -32 48 32",
                            "48 0 0 -32 0 32", "0 32 48 0 0 0",    "0 -32 48 0 0 32",
                            "0 32 -48 0 48 0", "0 -32 -48 0 48 32"};
  for (const int rotate : {0, 90, 180, 270, -90}) {
    for (const char* matrix : matrices) {
      SCOPED_TRACE(std::string(matrix) + " rotated by " + std::to_string(rotate));
      const Bytes file = grey_pdf(image, std::string("q ") + matrix + " cm /Im Do Q",
                                  "/MediaBox [0 0 48 32] /Rotate " + std::to_string(rotate));
      const ScannedPage page = load(file);
      const ScannedPage drawing = load(file, drawing_settings(72));
      ASSERT_FALSE(page.drawn);
      ASSERT_TRUE(drawing.drawn);
      EXPECT_EQ(page.size.width_pt, drawing.pixels.width);
      EXPECT_EQ(page.size.height_pt, drawing.pixels.height);
      // The transposed ones are stretched: compare where a point lands instead.
      const Point middle{page.pixels.width * 0.25, page.pixels.height * 0.25};
      const Point at = page.pixels_to_points * middle;
      const int x = static_cast<int>(at.x);
      const int y = static_cast<int>(page.size.height_pt - at.y);
      EXPECT_NEAR(page.pixels.row(static_cast<int>(middle.y))[static_cast<int>(middle.x)],
                  drawing.pixels.row(y)[x], 12);
      const Point origin = page.pixels_to_points * Point{0, 0};
      EXPECT_NEAR(origin.x, 0, 1e-6);
      EXPECT_NEAR(origin.y, page.size.height_pt, 1e-6);
    }
  }
}

TEST(PdfPage, BoxesRotationAndResourcesAreInherited) {
  const Image image = picture(1, 100, 50);
  PdfBuilder pdf;
  pdf.image("Im", size_keys(image) + kGrey8, image.data);
  pdf.show("q 100 0 0 50 10 20 cm /Im Do Q", "");
  QPDFObjectHandle tree = pdf.document().getRoot().getKey("/Pages");
  tree.replaceKey("/MediaBox", PdfBuilder::parse("[0 0 500 500]"));
  tree.replaceKey("/CropBox", PdfBuilder::parse("[110 70 10 20]"));
  tree.replaceKey("/Rotate", PdfBuilder::parse("90"));
  tree.replaceKey("/Resources", pdf.resources());
  pdf.page().removeKey("/Resources");
  const ScannedPage page = load(pdf.bytes());
  ASSERT_FALSE(page.drawn);
  EXPECT_DOUBLE_EQ(page.size.width_pt, 50);
  EXPECT_DOUBLE_EQ(page.size.height_pt, 100);
  EXPECT_EQ(difference(page.pixels, oriented(image, 6)), 0);
  const Point corner = page.placement * Point{0, 1};  // the stored top left is shown top right
  EXPECT_NEAR(corner.x, 50, 1e-9);
  EXPECT_NEAR(corner.y, 100, 1e-9);
}

TEST(PdfPage, UserUnitScalesThePageAndTheResolution) {
  const Image image = picture(1, 100, 50);
  const Bytes file =
      grey_pdf(image, "q 10 0 0 5 0 0 cm /Im Do Q", "/MediaBox [0 0 10 5] /UserUnit 2");
  const ScannedPage page = load(file);
  EXPECT_DOUBLE_EQ(page.size.width_pt, 20);
  EXPECT_NEAR(page.dpi.x, 100 * 72 / 20.0, 1e-6);
  EXPECT_EQ(load(file, drawing_settings(72)).pixels.width, 20);
}

TEST(PdfPage, WhatLiesBeyondThePageIsKeptButNotRead) {
  const Image image = picture(1, 100, 80);
  const ScannedPage page =
      load(grey_pdf(image, "q 100 0 0 80 -20 -10 cm /Im Do Q", "/MediaBox [0 0 60 50]"));
  ASSERT_FALSE(page.drawn);
  EXPECT_EQ(page.master.width, 100);
  EXPECT_EQ(page.pixels.width, 60);
  EXPECT_EQ(page.pixels.height, 50);
  EXPECT_EQ(page.pixels.row(0)[0], image.row(20)[20]);
  const Point corner = page.pixels_to_points * Point{0, 0};
  EXPECT_NEAR(corner.x, 0, 1e-9);
  EXPECT_NEAR(corner.y, 50, 1e-9);
}

TEST(PdfPage, AScanWithinNestedFormsIsFound) {
  const Image image = picture(1);
  PdfBuilder pdf;
  QPDFObjectHandle scan =
      pdf.stream("/Type /XObject /Subtype /Image " + size_keys(image) + kGrey8, image.data);
  QPDFObjectHandle inner =
      pdf.form("In", "/BBox [0 0 1 1] /Matrix [48 0 0 32 0 0] /Resources << /XObject << >> >>",
               "q /Im Do Q");
  inner.getDict().getKey("/Resources").getKey("/XObject").replaceKey("/Im", scan);
  pdf.form("Out", "/BBox [0 0 48 32]", "q 1 0 0 1 0 0 cm /In Do Q");
  const ScannedPage page = load(pdf.show("/Out Do", "/MediaBox [0 0 48 32]").bytes());
  EXPECT_FALSE(page.drawn);
  EXPECT_EQ(difference(page.pixels, image), 0);
}

TEST(PdfPage, StripsAndLayersAreDrawn) {
  const Image image = picture(1);
  const std::string strips = "q 48 0 0 16 0 0 cm /Im Do Q q 48 0 0 16 0 16 cm /Im Do Q";
  EXPECT_TRUE(load(grey_pdf(image, strips, media_box(image))).drawn);
  PdfBuilder layers;
  layers.image("Im", size_keys(image) + kGrey8, image.data);
  const Image mask = bilevel_picture(48, 32);
  layers.image("Mask", size_keys(mask) + "/ImageMask true", packed_bits(mask));
  layers.show(shown(image) + "q 48 0 0 32 0 0 cm /Mask Do Q", media_box(image));
  EXPECT_TRUE(load(layers.bytes()).drawn);
}

TEST(PdfPage, AWhiteSheetUnderTheScanDoesNotMatter) {
  const Image image = picture(1);
  EXPECT_FALSE(load(grey_pdf(image, "1 g 0 0 48 32 re f " + shown(image), media_box(image))).drawn);
}

TEST(PdfPage, EmptyAndVectorPagesAreDrawn) {
  AcquireSettings settings;
  PdfBuilder empty;
  const ScannedPage blank = load(empty.show("", "/MediaBox [0 0 72 36]").bytes(), settings);
  EXPECT_TRUE(blank.drawn);
  EXPECT_EQ(blank.pixels.width, 300);
  EXPECT_EQ(blank.pixels.channels, 1);
  EXPECT_EQ(blank.master.codec, Codec::kFlate);
  EXPECT_FALSE(blank.master.original);
  PdfBuilder colour;
  const ScannedPage red =
      load(colour.show("1 0 0 rg 0 0 36 36 re f", "/MediaBox [0 0 72 36]").bytes(), settings);
  EXPECT_EQ(red.master.codec, Codec::kJpeg);
  EXPECT_EQ(red.pixels.row(75)[0], 255);
  EXPECT_EQ(red.pixels.row(75)[1], 0);
  EXPECT_EQ(red.pixels.row(75)[299 * 3 + 1], 255);
}

const std::string kFont = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";

Bytes text_pdf(const std::string& content) {
  const Image image = picture(1, 200, 300);
  PdfBuilder pdf;
  pdf.image("Im", size_keys(image) + kGrey8, image.data);
  pdf.resources().replaceKey("/Font", PdfBuilder::parse("<< " + kFont + " >>").getKey("/Font"));
  return pdf.show(content, media_box(image)).bytes();
}

const std::string kScan = "q 200 0 0 300 0 0 cm /Im Do Q\n";

std::string lines_of_text(int count) {
  std::string text = "BT /F 10 Tf 12 TL 5 290 Td ";
  for (int i = 0; i < count; ++i) text += "(words in a long line of print) ' ";
  return text + "ET ";
}

TEST(PdfPage, TextLayersAreToldApart) {
  EXPECT_EQ(load(text_pdf(kScan)).text_layer, TextLayer::kNone);
  const ScannedPage invisible = load(text_pdf(kScan + "3 Tr " + lines_of_text(20)));
  EXPECT_FALSE(invisible.drawn);
  EXPECT_EQ(invisible.text_layer, TextLayer::kInvisible);
  const ScannedPage below = load(text_pdf(lines_of_text(20) + kScan));
  EXPECT_FALSE(below.drawn);
  EXPECT_EQ(below.text_layer, TextLayer::kInvisible);
  const ScannedPage visible = load(text_pdf(lines_of_text(20)));
  EXPECT_TRUE(visible.drawn);
  EXPECT_EQ(visible.text_layer, TextLayer::kVisible);
  const ScannedPage letterhead = load(text_pdf(kScan + lines_of_text(20)));
  EXPECT_TRUE(letterhead.drawn);
  EXPECT_EQ(letterhead.text_layer, TextLayer::kVisible);
}

TEST(PdfPage, SkippingTextLeavesSuchPagesAlone) {
  AcquireSettings settings;
  settings.existing_text = ExistingText::kSkip;
  const ScannedPage page = load(text_pdf(lines_of_text(20)), settings);
  EXPECT_EQ(page.text_layer, TextLayer::kVisible);
  EXPECT_TRUE(page.pixels.empty());
  EXPECT_TRUE(page.master.bytes.empty());
  EXPECT_FALSE(load(text_pdf(kScan), settings).pixels.empty());
}

TEST(PdfPage, ForcingDrawsAScanToo) {
  const ScannedPage page = load(text_pdf(kScan), drawing_settings(150));
  EXPECT_TRUE(page.drawn);
  EXPECT_NEAR(page.dpi.x, 150, 1);
}

TEST(PdfPage, AHugePageIsNotDrawn) {
  PdfBuilder pdf;
  const Bytes file = pdf.show("0 0 9 9 re f", "/MediaBox [0 0 14400 14400]").bytes();
  EXPECT_NE(failure(file).find("--max-image-mpixels"), std::string::npos);
}

TEST(PdfPage, FormsThatCallThemselvesEnd) {
  PdfBuilder pdf;
  QPDFObjectHandle a = pdf.form("A", "/BBox [0 0 9 9]", "/B Do /B Do");
  QPDFObjectHandle b = pdf.form("B", "/BBox [0 0 9 9]", "/A Do /A Do");
  AcquireSettings settings;
  settings.draw_dpi = 72;
  const ScannedPage page = load(pdf.show("/A Do", "/MediaBox [0 0 72 72]").bytes(), settings);
  EXPECT_TRUE(page.drawn);
}

TEST(PdfPage, DamagedContentIsDrawn) {
  const Image image = picture(1);
  EXPECT_NO_THROW(load(grey_pdf(image, "q ((( << /a [ 48 0 0", media_box(image))));
}

}  // namespace
}  // namespace sohoa::test
