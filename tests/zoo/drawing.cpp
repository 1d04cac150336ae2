#include "tests/zoo/drawing.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "pipeline/acquire/pnm.h"
#include "pipeline/base/process.h"

namespace sohoa::test {

namespace {

constexpr int kFar = 48;

Image drawn(const std::filesystem::path& pdf, int page, const std::vector<std::string>& scale) {
  const std::string number = std::to_string(page);
  std::vector<std::string> command = {"pdftoppm", "-f", number, "-l", number, "-cropbox"};
  command.insert(command.end(), scale.begin(), scale.end());
  command.push_back(pdf.string());
  const ProcessResult result = run_process(command, ProcessLimits{});
  std::vector<Image> pictures = decode_raw_pnms({pdf.string(), 250}, as_bytes(result.output));
  return pictures.empty() ? Image{} : std::move(pictures.front());
}

int value(const Image& image, int x, int y, int channel) {
  return image.row(y)[x * image.channels + (image.channels == 3 ? channel : 0)];
}

int difference_at(const Image& a, int ax, int ay, const Image& b, int bx, int by) {
  int most = 0;
  for (int k = 0; k < 3; ++k) {
    most = std::max(most, std::abs(value(a, ax, ay, k) - value(b, bx, by, k)));
  }
  return most;
}

int least_difference(const Image& a, int x, int y, const Image& b) {
  int least = 255;
  for (int v = std::max(0, y - 1); v <= std::min(b.height - 1, y + 1); ++v) {
    for (int u = std::max(0, x - 1); u <= std::min(b.width - 1, x + 1); ++u) {
      least = std::min(least, difference_at(a, x, y, b, u, v));
    }
  }
  return least;
}

}  // namespace

Image drawn_page(const std::filesystem::path& pdf, int page, int side) {
  return drawn(pdf, page, {"-scale-to", std::to_string(side)});
}

Image drawn_page(const std::filesystem::path& pdf, int page, int width, int height) {
  return drawn(pdf, page,
               {"-scale-to-x", std::to_string(width), "-scale-to-y", std::to_string(height)});
}

Distance distance(const Image& a, const Image& b) {
  if (a.empty() || std::abs(a.width - b.width) > 1 || std::abs(a.height - b.height) > 1) {
    return {255, 1};
  }
  const int width = std::min(a.width, b.width);
  const int height = std::min(a.height, b.height);
  double sum = 0;
  int far = 0;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const int apart = std::max(least_difference(a, x, y, b), least_difference(b, x, y, a));
      sum += apart;
      if (apart > kFar) ++far;
    }
  }
  const double count = static_cast<double>(width) * height;
  return {sum / count, far / count};
}

}  // namespace sohoa::test
