#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "pipeline/clean/black_ink.h"
#include "pipeline/clean/reduced_copies.h"
#include "pipeline/clean/shapes.h"
#include "pipeline/clean/steps.h"

namespace sohoa {

namespace {

constexpr double kSearchDpi = 75;     // seals are large
constexpr int kColouredMin = 24;      // max − min of the channels, paper being 255 in each
constexpr double kSealSideMmMin = 9;  // the smaller side; capitals of headings stay below 8 mm
constexpr double kStrokeMmMin = 4;    // the larger side of a stroke that reaches into a seal
constexpr double kSealMarginMm = 2.5;
constexpr double kInkShareMax = 0.6;  // of the page's area: more is coloured paper or a frame

struct Small {
  cv::Mat rgb;
  double scale = 1;  // its px per scan px
};
Small shrink(const Draft& draft);
Rgb paper_of(const cv::Mat& small);
cv::Mat warm_and_cool(const cv::Mat& small, const Rgb& paper);
std::vector<cv::Rect> find_seals(const cv::Mat& coloured, double px_per_mm);

}  // namespace

/// Where there is a seal or a coloured signature, the grey page is replaced by the black ink alone,
/// so black text under it stays. Coloured print, which comes in lines and not in large connected
/// shapes, is left as it is.
void separate_inks(Draft& draft) {
  if (draft.colour.empty()) return;
  const auto [small, scale] = shrink(draft);
  const Rgb paper = paper_of(small);
  const cv::Mat coloured = warm_and_cool(small, paper);
  for (const cv::Rect& seal : find_seals(coloured, scale * px_of_mm(draft, 1))) {
    const cv::Rect place =
        cv::Rect(cv::Point2d(seal.tl()) / scale, cv::Point2d(seal.br()) / scale) &
        cv::Rect({}, draft.grey.size());
    const BlackOfInks black(small(seal), coloured(seal), paper);
    cv::Mat grey = draft.grey(place);
    black.write(draft.colour(place), grey);
    draft.seals.push_back({static_cast<double>(place.x), static_cast<double>(place.y),
                           static_cast<double>(place.br().x), static_cast<double>(place.br().y)});
  }
}

namespace {

Small shrink(const Draft& draft) {
  const int divisor = std::max(1, static_cast<int>(std::ceil(draft.dpi / kSearchDpi - 0.25)));
  Small small;
  small.scale = 1.0 / divisor;
  small.rgb = means_of_blocks(draft.colour, divisor);
  return small;
}

// The brightness that nine tenths of the pixels stay below, channel by channel.
Rgb paper_of(const cv::Mat& small) {
  std::array<std::array<int, 256>, 3> histogram{};
  for (int y = 0; y < small.rows; ++y) {
    const std::uint8_t* rgb = small.ptr<std::uint8_t>(y);
    for (int x = 0; x < small.cols; ++x, rgb += 3) {
      for (int c = 0; c < 3; ++c) ++histogram[c][rgb[c]];
    }
  }
  Rgb paper{255, 255, 255};
  const double wanted = 0.9 * static_cast<double>(small.total());
  for (int c = 0; c < 3; ++c) {
    double seen = 0;
    for (int value = 0; value < 256 && seen < wanted; ++value) {
      seen += histogram[c][value];
      paper[c] = std::max(value, 64);
    }
  }
  return paper;
}

cv::Mat warm_and_cool(const cv::Mat& small, const Rgb& paper) {
  std::array<std::array<std::uint8_t, 256>, 3> levels;  // with paper at 255
  for (int c = 0; c < 3; ++c) {
    for (int value = 0; value < 256; ++value) {
      levels[c][value] = static_cast<std::uint8_t>(std::min(255.0, value * 255 / paper[c]));
    }
  }
  cv::Mat hue(small.size(), CV_8UC1);
  for (int y = 0; y < small.rows; ++y) {
    const std::uint8_t* rgb = small.ptr<std::uint8_t>(y);
    std::uint8_t* out = hue.ptr<std::uint8_t>(y);
    for (int x = 0; x < small.cols; ++x, rgb += 3) {
      const int red = levels[0][rgb[0]];
      const int green = levels[1][rgb[1]];
      const int blue = levels[2][rgb[2]];
      const int high = std::max({red, green, blue});
      const bool is_coloured = high - std::min({red, green, blue}) > kColouredMin;
      out[x] = !is_coloured ? kNone : red == high ? kWarm : kCool;
    }
  }
  return hue;
}

void merge_overlapping(std::vector<cv::Rect>& boxes) {
  for (bool merged = true; merged;) {
    merged = false;
    for (std::size_t i = 0; i < boxes.size() && !merged; ++i) {
      for (std::size_t j = i + 1; j < boxes.size() && !merged; ++j) {
        if ((boxes[i] & boxes[j]).empty()) continue;
        boxes[i] |= boxes[j];
        boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(j));
        merged = true;
      }
    }
  }
}

std::vector<cv::Rect> shapes_of(const cv::Mat& coloured, int hue) {
  cv::Mat others = coloured != hue;
  // Closes gaps of the hue, which is 0 here.
  cv::morphologyEx(others, others, cv::MORPH_OPEN, cv::Mat::ones(3, 3, CV_8UC1));
  std::vector<ShapeRun> runs = find_runs(others, 1);
  std::vector<cv::Rect> boxes;
  for (const InkShape& shape : connect(runs)) boxes.push_back(shape.box);
  return boxes;
}

// Strokes that reach into a seal or signature belong to it.
void take_in_strokes(std::vector<cv::Rect>& seals, const std::vector<cv::Rect>& shapes,
                     double side_min) {
  for (cv::Rect& seal : seals) {
    const cv::Rect before = seal;
    for (const cv::Rect& shape : shapes) {
      const bool is_stroke = std::max(shape.width, shape.height) >= side_min;
      if (is_stroke && !(shape & before).empty()) seal |= shape;
    }
  }
}

std::vector<cv::Rect> find_seals(const cv::Mat& coloured, double px_per_mm) {
  std::vector<cv::Rect> shapes = shapes_of(coloured, kWarm);
  const std::vector<cv::Rect> cool = shapes_of(coloured, kCool);
  shapes.insert(shapes.end(), cool.begin(), cool.end());
  const cv::Rect whole({}, coloured.size());
  std::erase_if(shapes,
                [&](const cv::Rect& shape) { return shape.area() > kInkShareMax * whole.area(); });
  const int margin = static_cast<int>(std::ceil(kSealMarginMm * px_per_mm));
  std::vector<cv::Rect> seals;
  for (const cv::Rect& shape : shapes) {
    if (std::min(shape.width, shape.height) < kSealSideMmMin * px_per_mm) continue;
    seals.push_back(cv::Rect(shape.x - margin, shape.y - margin, shape.width + 2 * margin,
                             shape.height + 2 * margin) &
                    whole);
  }
  take_in_strokes(seals, shapes, kStrokeMmMin * px_per_mm);
  merge_overlapping(seals);
  return seals;
}

}  // namespace

}  // namespace sohoa
