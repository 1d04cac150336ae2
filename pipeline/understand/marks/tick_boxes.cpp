#include "pipeline/understand/marks/tick_boxes.h"

#include <algorithm>
#include <cmath>

#include "pipeline/understand/marks/rules.h"

namespace sohoa {

namespace {

constexpr double kMmPerInch = 25.4;

// Millimetres.
constexpr double kSideMin = 2.5;
constexpr double kSideMax = 6.8;
constexpr double kBarMax = 0.9;          // thickness
constexpr double kEdgeTolerance = 0.5;   // a tick may hang on the frame
constexpr double kLetterGapFrom = 0.25;  // beside a frame, where a word's next letter would be
constexpr double kLetterGapTo = 1.1;
constexpr double kInset = 0.35;  // from the frame to what counts as inside

constexpr double kSquareMax = 1.22;     // longer side to shorter
constexpr double kSideShareMin = 0.85;  // of a side that must be ink
constexpr double kLetterShareMin = 0.05;
constexpr double kTickShareMin = 0.06;    // of the inside
constexpr double kRowGapMax = 0.5;        // between frames in a row, in sides
constexpr double kMarginShareMax = 0.08;  // of a ring round a frame with ink of other things

/// Ink inside a box, as a share of its area.
double ink_share(const InkMap& ink, const Box& box) {
  const Box place = ink.within(box);
  const double area = place.width() * place.height();
  if (area <= 0) return 0;
  int pixels = 0;
  for (int y = static_cast<int>(place.top); y < place.bottom; ++y) {
    pixels += ink.count(y, static_cast<int>(place.left), static_cast<int>(place.right));
  }
  return pixels / area;
}

/// Level runs one over the other make a bar.
std::vector<Box> bars_of(const std::vector<Box>& runs, double px_per_mm) {
  const double tolerance = kEdgeTolerance * px_per_mm;
  std::vector<Box> bars;
  for (const Box& run : runs) {
    Box* above = nullptr;
    for (auto bar = bars.rbegin(); bar != bars.rend(); ++bar) {
      if (run.top - bar->top > kSideMax * px_per_mm) break;
      if (bar->bottom + 1 < run.top) continue;
      if (std::abs(bar->left - run.left) <= tolerance &&
          std::abs(bar->right - run.right) <= tolerance) {
        above = &*bar;
        break;
      }
    }
    if (above == nullptr) {
      bars.push_back(run);
      if (bars.size() > kBarsMax) return {};
      continue;
    }
    // The shorter run of the two: a tick lengthens some rows of the frame.
    above->left = std::max(above->left, run.left);
    above->right = std::min(above->right, run.right);
    above->bottom = run.bottom;
  }
  std::erase_if(bars, [&](const Box& bar) { return bar.height() > kBarMax * px_per_mm; });
  return bars;
}

/// The share of rows with ink near `x`.
double side_share(const InkMap& ink, double x, double top, double bottom, double reach) {
  const int from = std::max(0, static_cast<int>(x - reach));
  const int to = std::min(ink.width(), static_cast<int>(std::ceil(x + reach)));
  int inked = 0, rows = 0;
  for (int y = static_cast<int>(top); y < bottom; ++y, ++rows) {
    inked += ink.count(y, from, to) > 0 ? 1 : 0;
  }
  return rows > 0 ? static_cast<double>(inked) / rows : 0;
}

bool is_frame(const InkMap& ink, const Box& top, const Box& bottom, double px_per_mm) {
  const double tolerance = kEdgeTolerance * px_per_mm;
  if (std::abs(top.left - bottom.left) > tolerance) return false;
  if (std::abs(top.right - bottom.right) > tolerance) return false;
  const double width = std::min(top.width(), bottom.width());
  const double height = bottom.bottom - top.top;
  if (height < kSideMin * px_per_mm || height > kSideMax * px_per_mm) return false;
  if (std::max(width, height) > kSquareMax * std::min(width, height)) return false;
  const double reach = 0.5 * tolerance + 1;
  const double left = (top.left + bottom.left) / 2, right = (top.right + bottom.right) / 2;
  return side_share(ink, left, top.bottom, bottom.top, reach) >= kSideShareMin &&
         side_share(ink, right, top.bottom, bottom.top, reach) >= kSideShareMin;
}

/// A block in the middle with nothing around it, within a frame as thick as a seventh: ISO 18004.
bool is_qr_corner(const InkMap& ink, const Box& frame, double bar) {
  const double side = frame.width();
  if (bar < side / 10) return false;
  const auto inset = [&](double share) {
    return Box{frame.left + share * side, frame.top + share * side, frame.right - share * side,
               frame.bottom - share * side};
  };
  const double block = ink_share(ink, inset(2.2 / 7));
  const double ring = ink_share(ink, inset(1.3 / 7));
  return block > 0.9 && ring < 0.75;
}

/// Other things hang on the frame: it is a letter or part of a drawing.
bool is_free(const InkMap& ink, const Box& frame, double px_per_mm) {
  const double gap = 0.3 * px_per_mm, ring = 0.35 * px_per_mm;
  const Box inner{frame.left - gap, frame.top - gap, frame.right + gap, frame.bottom + gap};
  const Box outer{inner.left - ring, inner.top - ring, inner.right + ring, inner.bottom + ring};
  const double outer_area = outer.width() * outer.height();
  const double inner_area = inner.width() * inner.height();
  const double ink_between =
      ink_share(ink, outer) * outer_area - ink_share(ink, inner) * inner_area;
  return ink_between < kMarginShareMax * (outer_area - inner_area) * 2.5;
}

/// A letter of a longer word: D, H and B have four sides, too, but other letters close by.
bool is_letter(const InkMap& ink, const Box& frame, const std::vector<Box>& print,
               double px_per_mm) {
  const bool in_word = std::any_of(print.begin(), print.end(), [&](const Box& word) {
    const Box common = intersection(word, frame);
    return !common.empty() && common.width() > 0.6 * frame.width() &&
           common.height() > 0.6 * frame.height() && word.width() > 1.6 * frame.width();
  });
  if (!in_word) return false;
  const double from = kLetterGapFrom * px_per_mm, to = kLetterGapTo * px_per_mm;
  const double left = ink_share(ink, {frame.left - to, frame.top, frame.left - from, frame.bottom});
  const double right =
      ink_share(ink, {frame.right + from, frame.top, frame.right + to, frame.bottom});
  return std::max(left, right) > kLetterShareMin;
}

bool is_in_row(const Box& frame, const std::vector<Box>& all) {
  return std::any_of(all.begin(), all.end(), [&](const Box& other) {
    const double gap = std::max(other.left - frame.right, frame.left - other.right);
    return std::abs(other.top - frame.top) < 0.3 * frame.height() && gap > -0.3 * frame.width() &&
           gap < kRowGapMax * frame.width();
  });
}

struct Frame {
  Box box;
  double line = 0;  // thickness
};

std::vector<Frame> frames_on(const InkMap& ink, double px_per_mm) {
  std::vector<Box> runs = level_runs(ink, static_cast<int>(kSideMin * px_per_mm));
  std::erase_if(runs, [&](const Box& run) { return run.width() > kSideMax * px_per_mm; });
  const std::vector<Box> bars = bars_of(runs, px_per_mm);
  std::vector<Frame> frames;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    for (std::size_t j = i + 1; j < bars.size(); ++j) {
      const Box &top = bars[i], &bottom = bars[j];
      if (bottom.top - top.top > kSideMax * px_per_mm) break;
      if (!is_frame(ink, top, bottom, px_per_mm)) continue;
      frames.push_back({bounds(top, bottom), top.height()});
      break;
    }
  }
  return frames;
}

}  // namespace

std::vector<TickBox> find_tick_boxes(const CleanPage& clean, const InkMap& ink,
                                     const std::vector<Box>& print) {
  const double px_per_mm = clean.dpi / kMmPerInch;
  const std::vector<Frame> frames = frames_on(ink, px_per_mm);
  std::vector<Box> all;
  for (const Frame& frame : frames) all.push_back(frame.box);
  std::vector<TickBox> boxes;
  for (const auto& [box, line] : frames) {
    if (is_in_row(box, all) || is_letter(ink, box, print, px_per_mm)) continue;
    if (is_qr_corner(ink, box, line) || !is_free(ink, box, px_per_mm)) continue;
    const double inset = line + kInset * px_per_mm;
    const Box inside{box.left + inset, box.top + inset, box.right - inset, box.bottom - inset};
    boxes.push_back({box, ink_share(ink, inside) > kTickShareMin});
  }
  return boxes;
}

}  // namespace sohoa
