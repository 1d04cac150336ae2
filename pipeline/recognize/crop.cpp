#include "pipeline/recognize/crop.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

namespace sohoa {

namespace {

constexpr int kHalo = 2;         // px: the grey edge around ink
constexpr double kAside = 0.12;  // letter heights left and right: more makes words of nothing
constexpr double kMargin = 0.1;  // letter heights over the highest and under the lowest ink

struct Frame {
  int left = 0, top = 0, right = 0, bottom = 0;  // of the levelled strip
  double slope = 0;
  double middle = 0;        // x at which nothing is shifted
  std::vector<int> shifts;  // of each column: how far up it is moved to level the baseline

  int shift_at(int x) const { return shifts[static_cast<std::size_t>(x - left)]; }
};

Frame frame_of(const Ink& ink, const Strip& strip, const Framing& framing) {
  const double unit = strip.letter_height;
  Frame frame;
  frame.slope = strip.slope;
  frame.middle = strip.box.centre().x;
  const double baseline = strip.baseline_at(frame.middle);
  double top = baseline - framing.above * unit;
  double bottom = baseline + framing.below * unit;
  for (const int mark : strip.marks) {
    const Box& box = ink.marks[mark].box;
    const double shift = frame.slope * (box.centre().x - frame.middle);
    top = std::min(top, box.top - shift - kMargin * unit);
    bottom = std::max(bottom, box.bottom - shift + kMargin * unit);
  }
  frame.left = static_cast<int>(std::floor(strip.box.left - kAside * unit));
  frame.right = static_cast<int>(std::ceil(strip.box.right + kAside * unit));
  frame.top = static_cast<int>(std::floor(top));
  frame.bottom = static_cast<int>(std::ceil(bottom));
  for (int x = frame.left; x < frame.right; ++x) {
    frame.shifts.push_back(static_cast<int>(std::lround(frame.slope * (x - frame.middle))));
  }
  return frame;
}

// A run with the grey pixels around it; columns of equal shift at once.
void copy_around(const Image& page, const InkRun& run, const Frame& frame, Image& crop) {
  const int right = std::min({page.width, frame.right, run.x1 + kHalo});
  for (int left = std::max({0, frame.left, run.x0 - kHalo}); left < right;) {
    const int shift = frame.shift_at(left);
    int end = left + 1;
    while (end < right && frame.shift_at(end) == shift) ++end;
    const int top = std::max({0, frame.top + shift, run.y - kHalo});
    const int bottom = std::min({page.height, frame.bottom + shift, run.y + kHalo + 1});
    for (int y = top; y < bottom; ++y) {
      std::memcpy(crop.row(y - shift - frame.top) + (left - frame.left), page.row(y) + left,
                  static_cast<std::size_t>(end - left));
    }
    left = end;
  }
}

}  // namespace

Crop cut_out(const Image& page, const Ink& ink, const Strip& strip, const Framing& framing) {
  const Frame frame = frame_of(ink, strip, framing);
  Crop crop;
  crop.origin = {static_cast<double>(frame.left), static_cast<double>(frame.top)};
  crop.grey.width = frame.right - frame.left;
  crop.grey.height = frame.bottom - frame.top;
  crop.grey.data.assign(crop.grey.stride() * static_cast<std::size_t>(crop.grey.height), 255);
  std::vector<int> own = strip.marks;
  own.insert(own.end(), strip.crossing.begin(), strip.crossing.end());
  std::sort(own.begin(), own.end());
  const int first = std::max(0, static_cast<int>(strip.box.top));
  const int last = std::min(page.height, static_cast<int>(strip.box.bottom));
  for (int y = first; y < last; ++y) {
    const auto end = ink.runs.begin() + static_cast<std::ptrdiff_t>(ink.row_start[y + 1]);
    auto run = std::lower_bound(ink.runs.begin() + static_cast<std::ptrdiff_t>(ink.row_start[y]),
                                end, frame.left, [](const InkRun& r, int x) { return r.x1 < x; });
    for (; run != end && run->x0 < frame.right; ++run) {
      if (run->x1 - run->x0 > kRuleWidthMin * strip.letter_height) continue;
      if (std::binary_search(own.begin(), own.end(), run->mark)) {
        copy_around(page, *run, frame, crop.grey);
      }
    }
  }
  return crop;
}

}  // namespace sohoa
