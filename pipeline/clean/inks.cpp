#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <opencv2/imgproc.hpp>
#include <optional>
#include <vector>

#include "pipeline/clean/steps.h"

namespace sohoa {

namespace {

constexpr double kSearchDpi = 75;     // seals are large
constexpr int kColouredMin = 24;      // max − min of the channels, paper being 255 in each
constexpr double kSealSideMmMin = 9;  // the smaller side; capitals of headings stay below 8 mm
constexpr double kStrokeMmMin = 4;
constexpr double kSealMarginMm = 2.5;
constexpr double kInkShareMax = 0.6;       // of the page's area: more is coloured paper, not a seal
constexpr double kClearChannelMax = 0.75;  // an ink must let this channel through to be told apart
constexpr double kNoiseGainMax = 5;        // of that solution; inks that are too alike have more
constexpr int kStronglyRed = 60;           // red − the least of green and blue
constexpr int kReddish = 15;               // red − blue; where red and blue ink cross it is less
constexpr double kDarkInkShare = 0.12;     // of the red pixels; darker ones have black in them
constexpr float kInkVariation = 1.1F;      // a stamp is not inked evenly
constexpr float kDarkGain = 1.5F;
constexpr int kBlackFloor = 30;  // of 255: less black is grain of the coloured ink

using Rgb = std::array<double, 3>;

cv::Mat shrink(const Draft& draft, double& scale);
Rgb paper_of(const cv::Mat& small);
cv::Mat warm_and_cool(const cv::Mat& small, const Rgb& paper);
std::vector<cv::Rect> find_seals(const cv::Mat& coloured, double px_per_mm);

class BlackOfInks {
 public:
  BlackOfInks(const cv::Mat& small, const cv::Mat& coloured, const Rgb& paper);
  /// `grey`: the scan's luma of the same place, replaced by the black ink.
  void write(const cv::Mat& colour, cv::Mat& grey) const;

 private:
  struct Ink {
    int clear = 0;     // channel that sees through it
    int opaque = 1;    // channel that it absorbs most
    double share = 0;  // density in the clear channel for 1 in the opaque one
    cv::Vec3d densities;
  };
  float black_at(const std::uint8_t* rgb) const;
  float darkest_ink(const cv::Mat& colour, const cv::Mat& grey) const;
  void learn(const cv::Mat& small, const cv::Mat& coloured, int hue);
  void learn_crossings();

  std::array<std::array<float, 256>, 3> density_;  // 0 … 255 of each channel's values
  std::array<std::uint8_t, 256> grey_of_density_;
  std::vector<Ink> inks_;
  std::optional<cv::Vec3f> crossing_;  // weights of the channels' densities, where two inks cross
};

}  // namespace

/// Where there is a seal or a coloured signature, the grey page is replaced by the black ink alone:
/// optical densities add up (Beer–Lambert), so with the ink's own ratio between two channels its
/// part can be subtracted and black text under it stays. Coloured print, which comes in lines and
/// not in large connected shapes, is left as it is.
void separate_inks(Draft& draft) {
  if (draft.colour.empty()) return;
  double scale = 1;
  const cv::Mat small = shrink(draft, scale);
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

enum Hue : std::uint8_t { kNone = 0, kWarm = 1, kCool = 2 };

cv::Mat shrink(const Draft& draft, double& scale) {
  const int divisor = std::max(1, static_cast<int>(std::ceil(draft.dpi / kSearchDpi - 0.25)));
  scale = 1.0 / divisor;
  cv::Mat small;
  cv::resize(draft.colour, small,
             {std::max(1, draft.colour.cols / divisor), std::max(1, draft.colour.rows / divisor)},
             0, 0, cv::INTER_AREA);
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
  cv::Mat hue(small.size(), CV_8UC1);
  for (int y = 0; y < small.rows; ++y) {
    const std::uint8_t* rgb = small.ptr<std::uint8_t>(y);
    std::uint8_t* out = hue.ptr<std::uint8_t>(y);
    for (int x = 0; x < small.cols; ++x, rgb += 3) {
      std::array<int, 3> level;
      for (int c = 0; c < 3; ++c)
        level[c] = static_cast<int>(std::min(255.0, rgb[c] * 255 / paper[c]));
      const auto [low, high] = std::minmax_element(level.begin(), level.end());
      const bool is_coloured = *high - *low > kColouredMin;
      out[x] = !is_coloured ? kNone : level[0] == *high ? kWarm : kCool;
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
  cv::Mat shape = coloured == hue;
  cv::morphologyEx(shape, shape, cv::MORPH_CLOSE, cv::Mat::ones(3, 3, CV_8UC1));
  cv::Mat labels, stats, centres;
  const int count = cv::connectedComponentsWithStats(shape, labels, stats, centres);
  std::vector<cv::Rect> shapes;
  for (int i = 1; i < count; ++i) {
    const int* s = stats.ptr<int>(i);
    shapes.emplace_back(s[cv::CC_STAT_LEFT], s[cv::CC_STAT_TOP], s[cv::CC_STAT_WIDTH],
                        s[cv::CC_STAT_HEIGHT]);
  }
  return shapes;
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
  const int margin = static_cast<int>(std::ceil(kSealMarginMm * px_per_mm));
  std::vector<cv::Rect> seals;
  for (const cv::Rect& shape : shapes) {
    if (std::min(shape.width, shape.height) < kSealSideMmMin * px_per_mm) continue;
    if (shape.area() > kInkShareMax * whole.area()) continue;
    seals.push_back(cv::Rect(shape.x - margin, shape.y - margin, shape.width + 2 * margin,
                             shape.height + 2 * margin) &
                    whole);
  }
  take_in_strokes(seals, shapes, kStrokeMmMin * px_per_mm);
  merge_overlapping(seals);
  return seals;
}

constexpr double kDarkest = 6;  // of 255: scanners do not tell darker inks apart

BlackOfInks::BlackOfInks(const cv::Mat& small, const cv::Mat& coloured, const Rgb& paper) {
  const double unit = 255 / std::log(255 / kDarkest);
  for (int c = 0; c < 3; ++c) {
    for (int value = 0; value < 256; ++value) {
      const double light = std::clamp(value / paper[c], kDarkest / 255, 1.0);
      density_[c][value] = static_cast<float>(-std::log(light) * unit);
    }
  }
  for (int density = 0; density < 256; ++density) {
    const int black = density < kBlackFloor ? 0 : density;
    grey_of_density_[density] = cv::saturate_cast<std::uint8_t>(255 * std::exp(-black / unit));
  }
  learn(small, coloured, kWarm);
  learn(small, coloured, kCool);
  if (inks_.size() == 2) learn_crossings();
}

void BlackOfInks::learn(const cv::Mat& small, const cv::Mat& coloured, int hue) {
  Rgb sum{};
  for (int y = 0; y < small.rows; ++y) {
    const std::uint8_t* rgb = small.ptr<std::uint8_t>(y);
    const std::uint8_t* kind = coloured.ptr<std::uint8_t>(y);
    for (int x = 0; x < small.cols; ++x, rgb += 3) {
      if (kind[x] != hue) continue;
      for (int c = 0; c < 3; ++c) sum[c] += density_[c][rgb[c]];
    }
  }
  const auto [low, high] = std::minmax_element(sum.begin(), sum.end());
  if (*high <= 0 || *low > kClearChannelMax * *high) return;
  inks_.push_back({static_cast<int>(low - sum.begin()), static_cast<int>(high - sum.begin()),
                   *low / *high, cv::Vec3d(sum[0], sum[1], sum[2]) / *high});
}

// Densities = black · (1, 1, 1) + a · first ink + b · second ink, solved for black.
void BlackOfInks::learn_crossings() {
  const cv::Vec3d& first = inks_[0].densities;
  const cv::Vec3d& second = inks_[1].densities;
  const cv::Vec3d across = first.cross(second);
  const double scale = across[0] + across[1] + across[2];
  if (std::abs(scale) < cv::norm(across, cv::NORM_L1) / kNoiseGainMax) return;
  crossing_ = cv::Vec3f(across / scale);
}

float BlackOfInks::black_at(const std::uint8_t* rgb) const {
  float black = 255;
  for (const Ink& ink : inks_) {
    const float clear = density_[ink.clear][rgb[ink.clear]];
    const float opaque = density_[ink.opaque][rgb[ink.opaque]];
    const float share = static_cast<float>(ink.share);
    black = std::min(black, (clear - share * opaque) / (1 - share));
  }
  if (crossing_) {
    float sum = 0;
    for (int c = 0; c < 3; ++c) sum += (*crossing_)[c] * density_[c][rgb[c]];
    black = std::min(black, sum);
  }
  return black;
}

// Density of the luma that most of the red pixels stay below; infinite where there are none.
float BlackOfInks::darkest_ink(const cv::Mat& colour, const cv::Mat& grey) const {
  std::array<int, 256> histogram{};
  int count = 0;
  for (int y = 0; y < colour.rows; ++y) {
    const std::uint8_t* rgb = colour.ptr<std::uint8_t>(y);
    const std::uint8_t* luma = grey.ptr<std::uint8_t>(y);
    for (int x = 0; x < colour.cols; ++x, rgb += 3) {
      if (rgb[0] - std::min(rgb[1], rgb[2]) < kStronglyRed) continue;
      ++histogram[luma[x]];
      ++count;
    }
  }
  int value = 0;
  for (int seen = 0; value < 255; ++value) {
    seen += histogram[value];
    if (seen > kDarkInkShare * count) break;
  }
  return count > 0 ? density_[1][value] : std::numeric_limits<float>::infinity();
}

void BlackOfInks::write(const cv::Mat& colour, cv::Mat& grey) const {
  if (inks_.empty()) return;
  // JPEG keeps brightness for every pixel but colour for blocks of four: a thin black stroke on red
  // comes out dark red. Darker than the ink can be, it is black all the same.
  const float darkest = darkest_ink(colour, grey) * kInkVariation;
  for (int y = 0; y < colour.rows; ++y) {
    const std::uint8_t* rgb = colour.ptr<std::uint8_t>(y);
    std::uint8_t* out = grey.ptr<std::uint8_t>(y);
    for (int x = 0; x < colour.cols; ++x, rgb += 3) {
      float black = black_at(rgb);
      if (rgb[0] - rgb[2] >= kReddish)
        black = std::max(black, (density_[1][out[x]] - darkest) * kDarkGain);
      out[x] = grey_of_density_[static_cast<int>(std::clamp(black, 0.0F, 255.0F))];
    }
  }
}

}  // namespace

}  // namespace sohoa
