#include "tests/package/compact/patterns.h"

#include <cmath>
#include <utility>

#include "pipeline/acquire/jpeg.h"
#include "pipeline/base/digest.h"

namespace sohoa::test {

namespace {

const Bytes kBlack = {25, 25, 30}, kRed = {205, 40, 45}, kBlue = {45, 60, 160};

void draw_print(Image& image) {
  Numbers numbers(5);
  for (int line = 0; line < 18; ++line) {
    const double top = 100 + line * 48;
    for (double left = 100; left < 1080;) {
      const double width = 4 + numbers.below(22);
      const double height = 4 + numbers.below(26);
      paint(image, {left, top + 30 - height, left + width, top + 30}, kBlack);
      left += width + 5 + numbers.below(14);
    }
  }
}

void draw_ring(Image& image, double radius, double stroke) {
  const Point centre = kSeal.centre();
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      const double distance = std::hypot(x + 0.5 - centre.x, y + 0.5 - centre.y);
      if (std::abs(distance - radius) > stroke / 2) continue;
      paint(image, {x * 1.0, y * 1.0, x + 1.0, y + 1.0}, kRed);
    }
  }
}

/// Means of 3 × 3 px: a scanner's optics leave no edge sharp.
Image softened(const Image& sharp) {
  Image soft = sharp;
  const std::size_t down = sharp.stride(), right = static_cast<std::size_t>(sharp.channels);
  for (std::size_t i = down + right; i + down + right < sharp.data.size(); ++i) {
    int sum = 0;
    for (const std::size_t row : {i - down, i, i + down}) {
      sum += sharp.data[row - right] + sharp.data[row] + sharp.data[row + right];
    }
    soft.data[i] = static_cast<std::uint8_t>(sum / 9);
  }
  return soft;
}

}  // namespace

Bilevel noise(int width, int height, int black_percent, std::uint64_t seed) {
  Bilevel pixels(width, height);
  Numbers numbers(seed);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      if (numbers.below(100) >= black_percent) continue;
      pixels.row(y)[x / 8] |= static_cast<std::uint8_t>(0x80 >> x % 8);
    }
  }
  return pixels;
}

Image as_grey(const Bilevel& pixels) {
  Image grey{pixels.width, pixels.height, 1, {}};
  for (int y = 0; y < pixels.height; ++y) {
    for (int x = 0; x < pixels.width; ++x) {
      grey.data.push_back((pixels.row(y)[x / 8] >> (7 - x % 8) & 1) != 0 ? 0 : 255);
    }
  }
  return grey;
}

void paint(Image& image, const Box& box, const Bytes& colour) {
  for (int y = static_cast<int>(box.top); y < box.bottom; ++y) {
    for (int x = static_cast<int>(box.left); x < box.right; ++x) {
      for (int c = 0; c < image.channels; ++c) {
        image.row(y)[x * image.channels + c] = colour[static_cast<std::size_t>(c)];
      }
    }
  }
}

ScannedPage drawn_page() {
  Image image{1200, 1500, 3, Bytes(std::size_t{1200} * 1500 * 3)};
  paint(image, {0, 0, 1200, 1500}, {246, 240, 225});
  draw_print(image);
  draw_ring(image, 165, 8);
  draw_ring(image, 90, 5);
  paint(image, kBlueStroke, kBlue);
  image = softened(image);
  Numbers numbers(9);
  for (std::uint8_t& level : image.data) {
    level = static_cast<std::uint8_t>(level + numbers.below(7) - 3);
  }
  return page_of(std::move(image), 300);
}

ScannedPage page_of(Image pixels, double dpi) {
  ScannedPage page;
  page.source = {"scan.jpg", 1};
  page.dpi = {dpi, dpi};
  page.size = {pixels.width * 72 / dpi, pixels.height * 72 / dpi};
  page.placement = {page.size.width_pt, 0, 0, page.size.height_pt, 0, 0};
  page.pixels_to_points = {72 / dpi, 0, 0, -72 / dpi, 0, page.size.height_pt};
  page.master.codec = Codec::kJpeg;
  page.master.width = pixels.width;
  page.master.height = pixels.height;
  page.master.color_space = pixels.channels == 3 ? ColorSpace::kRgb : ColorSpace::kGrey;
  page.master.bytes = encode_jpeg(pixels, 90);
  page.master.original = true;
  page.master.sha256 = sha256_of(page.master.bytes);
  page.pixels = decode_jpeg({"scan.jpg"}, page.master);
  return page;
}

}  // namespace sohoa::test
