#include "pipeline/recognize/crop.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace sohoa {

namespace {

constexpr int kHalo = 2;         // px: the grey edge around ink
constexpr double kAside = 0.12;  // letter heights left and right: more makes words of nothing
constexpr double kMargin = 0.1;  // letter heights over the highest and under the lowest ink
constexpr double kRuleMin = 4;   // letter heights: an underline, no stroke of a letter

struct Frame {
  int left = 0, top = 0, right = 0, bottom = 0;
};

Frame frame_of(const Strip& strip, const Framing& framing) {
  const double unit = strip.letter_height;
  const double baseline = strip.baseline_at(strip.box.centre().x);
  const double top = std::min(strip.box.top - kMargin * unit, baseline - framing.above * unit);
  const double bottom =
      std::max(strip.box.bottom + kMargin * unit, baseline + framing.below * unit);
  return {static_cast<int>(std::floor(strip.box.left - kAside * unit)),
          static_cast<int>(std::floor(top)),
          static_cast<int>(std::ceil(strip.box.right + kAside * unit)),
          static_cast<int>(std::ceil(bottom))};
}

void copy_around(const Image& page, const InkRun& run, const Frame& frame, Image& crop) {
  const int left = std::max({0, frame.left, run.x0 - kHalo});
  const int right = std::min({page.width, frame.right, run.x1 + kHalo});
  const int top = std::max({0, frame.top, run.y - kHalo});
  const int bottom = std::min({page.height, frame.bottom, run.y + kHalo + 1});
  for (int y = top; y < bottom && left < right; ++y) {
    std::memcpy(crop.row(y - frame.top) + (left - frame.left), page.row(y) + left,
                static_cast<std::size_t>(right - left));
  }
}

}  // namespace

Crop cut_out(const Image& page, const Ink& ink, const Strip& strip, const Framing& framing) {
  const Frame frame = frame_of(strip, framing);
  Crop crop;
  crop.origin = {static_cast<double>(frame.left), static_cast<double>(frame.top)};
  crop.grey.width = frame.right - frame.left;
  crop.grey.height = frame.bottom - frame.top;
  crop.grey.data.assign(crop.grey.stride() * static_cast<std::size_t>(crop.grey.height), 255);
  std::vector<int> own = strip.marks;
  std::sort(own.begin(), own.end());
  const int last = std::min(page.height, frame.bottom);
  for (int y = std::max(0, frame.top); y < last; ++y) {
    const auto end = ink.runs.begin() + static_cast<std::ptrdiff_t>(ink.row_start[y + 1]);
    auto run = std::lower_bound(ink.runs.begin() + static_cast<std::ptrdiff_t>(ink.row_start[y]),
                                end, frame.left, [](const InkRun& r, int x) { return r.x1 < x; });
    for (; run != end && run->x0 < frame.right; ++run) {
      if (run->x1 - run->x0 > kRuleMin * strip.letter_height) continue;
      if (std::binary_search(own.begin(), own.end(), run->mark)) {
        copy_around(page, *run, frame, crop.grey);
      }
    }
  }
  return crop;
}

}  // namespace sohoa
