#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <numbers>
#include <regex>
#include <sstream>
#include <string>

#include "pipeline/base/file.h"
#include "pipeline/base/process.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/package/pdf/pdf_writer.h"
#include "tests/package/pdf_sample.h"

namespace sohoa {

namespace {

constexpr int kDpi = 100;  // of what is rendered
const Box kBar{60, 40, 260, 70};

/// A page of 600 × 400 px with a dark bar, or what `dark` says is dark.
template <typename Dark>
ScannedPage page_with(const Dark& dark, const Resolution& dpi) {
  Image pixels{600, 400, 1, Bytes(600 * 400, 0xFF)};
  for (int y = 0; y < pixels.height; ++y) {
    for (int x = 0; x < pixels.width; ++x) {
      if (dark(Point{x + 0.5, y + 0.5})) pixels.row(y)[x] = 0;
    }
  }
  ScannedPage page;
  page.source = {"scan.png", 1};
  page.master = test::stored_image(pixels);
  page.dpi = dpi;
  page.size = {pixels.width * 72 / dpi.x, pixels.height * 72 / dpi.y};
  page.placement = {page.size.width_pt, 0, 0, page.size.height_pt, 0, 0};
  page.pixels_to_points = {72 / dpi.x, 0, 0, -72 / dpi.y, 0, page.size.height_pt};
  return page;
}

ScannedPage page_with_bar(const Resolution& dpi) {
  return page_with(
      [](const Point& p) {
        return p.x > kBar.left && p.x < kBar.right && p.y > kBar.top && p.y < kBar.bottom;
      },
      dpi);
}

/// One word, where the bar is.
TextPage word_on(const Box& box, int width, int height, int quarter_turns) {
  TextPage text;
  text.width = width;
  text.height = height;
  text.quarter_turns = quarter_turns;
  Line line;
  line.words.push_back({"đóng", box, 1});
  line.box = box;
  line.baseline_start = {box.left, box.bottom - box.height() / 4};
  line.baseline_end = {box.right, box.bottom - box.height() / 4};
  line.x_height = box.height() / 2;
  text.blocks.push_back({BlockKind::kText, box, {line}});
  return text;
}

class PdfPlacement : public testing::Test {
 protected:
  void write(const ScannedPage& page, const TextPage& text, PdfSettings settings) {
    settings.output_type = OutputType::kPdfA2u;
    PdfWriter writer(settings);
    writer.add_page(page, text);
    writer.write(pdf());
  }
  std::filesystem::path pdf() const { return folder_.path() / "a.pdf"; }

  /// The dark box of the rendered page, in points from its top left corner.
  Box dark_box() {
    const std::string root = (folder_.path() / "page").string();
    run_process({"pdftoppm", "-gray", "-r", std::to_string(kDpi), "-singlefile", pdf(), root}, {});
    const Bytes file = read_file(root + ".pgm");
    std::istringstream header{std::string(as_text(file).substr(0, 32))};
    std::string magic;
    int width = 0, height = 0, white = 0;
    header >> magic >> width >> height >> white;
    const std::uint8_t* pixels = file.data() + file.size() - width * height;
    Box dark;
    for (int y = 0; y < height; ++y) {
      for (int x = 0; x < width; ++x) {
        if (pixels[y * width + x] < 128) dark = bounds(dark, Box{x + 0., y + 0., x + 1., y + 1.});
      }
    }
    return Matrix{72.0 / kDpi, 0, 0, 72.0 / kDpi, 0, 0} * dark;
  }

  /// Of the only word, as Poppler sees it, in points from the page's top left corner.
  Box word_box() {
    const std::string text = run_process({"pdftotext", "-bbox", pdf(), "-"}, {}).output;
    const std::regex word(
        "<word xMin=\"(.*?)\" yMin=\"(.*?)\" xMax=\"(.*?)\" yMax=\"(.*?)\">đóng<");
    std::smatch found;
    if (!std::regex_search(text, found, word)) return {};
    return {std::stod(found[1]), std::stod(found[2]), std::stod(found[3]), std::stod(found[4])};
  }

  TemporaryFolder folder_;
};

void expect_near(const Box& found, const Box& expected, double tolerance_pt) {
  EXPECT_NEAR(found.left, expected.left, tolerance_pt);
  EXPECT_NEAR(found.top, expected.top, tolerance_pt);
  EXPECT_NEAR(found.right, expected.right, tolerance_pt);
  EXPECT_NEAR(found.bottom, expected.bottom, tolerance_pt);
}

void expect_word_near(const Box& found, const Box& expected) {
  EXPECT_NEAR(found.left, expected.left, 0.5);
  EXPECT_NEAR(found.right, expected.right, 0.5);
  // A font's height has room for marks that this word has not.
  EXPECT_NEAR(found.centre().y, expected.centre().y, 0.13 * expected.height());
}

}  // namespace

TEST_F(PdfPlacement, TurnsTheMasterAndTheWordsUpright) {
  for (int turns = 0; turns < 4; ++turns) {
    SCOPED_TRACE(turns);
    const Matrix to_upright = quarter_turn_matrix(turns, 600, 400);
    const Box upright = to_upright * Box{0, 0, 600, 400};
    const Box bar = to_upright * kBar;
    write(page_with_bar({100, 100}),
          word_on(bar, static_cast<int>(upright.right), static_cast<int>(upright.bottom), turns),
          {});
    const Box expected = Matrix{0.72, 0, 0, 0.72, 0, 0} * bar;
    expect_near(dark_box(), expected, 0.8);
    expect_word_near(word_box(), expected);
  }
}

TEST_F(PdfPlacement, KeepsPaperSizeWhenPixelsAreNotSquare) {
  write(page_with_bar({200, 100}), word_on(kBar, 600, 400, 0), {});
  const Box expected = Matrix{0.36, 0, 0, 0.72, 0, 0} * kBar;
  expect_near(dark_box(), expected, 0.8);
  expect_word_near(word_box(), expected);
}

TEST_F(PdfPlacement, StraightensASkewedPage) {
  for (const double degrees : {-6.0, -0.4, 3.0}) {
    SCOPED_TRACE(degrees);
    const double radians = degrees * std::numbers::pi / 180;
    const Point along{std::cos(radians), -std::sin(radians)};
    const Point middle{300, 200};
    const auto in_bar = [&](const Point& p) {
      const double forward = (p.x - middle.x) * along.x + (p.y - middle.y) * along.y;
      const double down = -(p.x - middle.x) * along.y + (p.y - middle.y) * along.x;
      return std::abs(forward) < 150 && std::abs(down) < 10;
    };
    const double half_width = 150 * std::cos(radians) + 10 * std::abs(std::sin(radians));
    const double half_height = 150 * std::abs(std::sin(radians)) + 10 * std::cos(radians);
    TextPage text = word_on({middle.x - half_width, middle.y - half_height, middle.x + half_width,
                             middle.y + half_height},
                            600, 400, 0);
    text.skew_degrees = degrees;
    text.blocks[0].lines[0].baseline_start = {middle.x - 150 * along.x, middle.y - 150 * along.y};
    text.blocks[0].lines[0].baseline_end = {middle.x + 150 * along.x, middle.y + 150 * along.y};
    PdfSettings settings;
    settings.deskew = true;
    write(page_with(in_bar, {100, 100}), text, settings);
    const Box expected = Matrix{0.72, 0, 0, 0.72, 0, 0} * Box{150, 190, 450, 210};
    expect_near(dark_box(), expected, 1.2);
    EXPECT_NEAR(word_box().left, expected.left, 1);
    EXPECT_NEAR(word_box().right, expected.right, 1);
  }
}

TEST_F(PdfPlacement, DrawsOverlaysThroughTheirMasks) {
  ScannedPage page = page_with([](const Point&) { return false; }, {100, 100});
  Overlay overlay;
  overlay.picture = test::plain_image(20, 10, ColorSpace::kRgb, {0, 0, 0});
  Image mask{20, 10, 1, Bytes(200, 0)};
  for (int y = 0; y < 10; ++y) std::fill_n(mask.row(y), 10, 0xFF);  // the left half is opaque
  overlay.mask = test::stored_image(mask);
  overlay.placement = {100, 0, 0, 50, 200, 100};
  page.overlays.push_back(overlay);
  write(page, {}, {});
  expect_near(dark_box(), {200, 288 - 150, 250, 288 - 100}, 3);
}

TEST_F(PdfPlacement, ShowsASheetLargerThanPdfAllowsByUserUnits) {
  ScannedPage page = page_with_bar({1, 1});
  write(page, {}, {});
  const std::string info = run_process({"pdfinfo", pdf()}, {}).output;
  EXPECT_NE(info.find("14400 x 9600 pts"), std::string::npos) << info;
}

}  // namespace sohoa
