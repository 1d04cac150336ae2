#include "pipeline/package/compact/paper.h"

#include <algorithm>
#include <array>
#include <vector>

#include "pipeline/package/compact/extremes.h"

namespace sohoa {

namespace {

/// The level that nine tenths of the channel's px stay below.
int white_of(const Image& image, int channel) {
  std::array<std::size_t, 256> histogram{};
  const std::size_t step = static_cast<std::size_t>(image.channels);
  for (std::size_t i = static_cast<std::size_t>(channel); i < image.data.size(); i += step) {
    ++histogram[image.data[i]];
  }
  const std::size_t wanted = image.data.size() / step * 9 / 10;
  std::size_t seen = 0;
  for (int level = 0; level < 255; ++level) {
    seen += histogram[static_cast<std::size_t>(level)];
    if (seen >= wanted) return level;
  }
  return 255;
}

/// Means over 2 · radius + 1 values of a line, the edge repeated.
void smooth_line(const std::vector<int>& line, int radius, std::vector<int>& smooth) {
  const int size = static_cast<int>(line.size());
  const auto at = [&](int i) { return line[static_cast<std::size_t>(std::clamp(i, 0, size - 1))]; };
  int sum = 0;
  for (int i = -radius; i <= radius; ++i) sum += at(i);
  for (int i = 0; i < size; ++i) {
    smooth[static_cast<std::size_t>(i)] = (sum + radius) / (2 * radius + 1);
    sum += at(i + radius + 1) - at(i - radius);
  }
}

/// Lines of `count` values, `step` apart, the first at `start`.
void smooth_along(Image& image, std::size_t start, std::size_t step, int count, int radius) {
  std::vector<int> line(static_cast<std::size_t>(count)), smooth(line.size());
  for (std::size_t i = 0; i < line.size(); ++i) line[i] = image.data[start + i * step];
  smooth_line(line, radius, smooth);
  for (std::size_t i = 0; i < line.size(); ++i) {
    image.data[start + i * step] = static_cast<std::uint8_t>(smooth[i]);
  }
}

void smooth(Image& image, int radius) {
  const std::size_t channels = static_cast<std::size_t>(image.channels);
  for (int y = 0; y < image.height; ++y) {
    for (std::size_t c = 0; c < channels; ++c) {
      smooth_along(image, y * image.stride() + c, channels, image.width, radius);
    }
  }
  for (std::size_t i = 0; i < image.stride(); ++i) {
    smooth_along(image, i, image.stride(), image.height, radius);
  }
}

}  // namespace

Image paper_under(const Image& reduced, int bridge) {
  const int radius = std::max(1, bridge / 2);
  Image paper = least_around(greatest_around(reduced, radius), radius);
  smooth(paper, radius);
  for (int c = 0; c < paper.channels; ++c) {
    const int darkest = std::max(1, white_of(reduced, c) / 2);
    for (std::size_t i = static_cast<std::size_t>(c); i < paper.data.size();
         i += static_cast<std::size_t>(paper.channels)) {
      paper.data[i] = static_cast<std::uint8_t>(std::max<int>(paper.data[i], darkest));
    }
  }
  return paper;
}

}  // namespace sohoa
