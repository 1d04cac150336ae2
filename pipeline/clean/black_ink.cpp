#include "pipeline/clean/black_ink.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sohoa {

namespace {

constexpr int kInkPixelsMin = 40;          // at low resolution; real inks have hundreds, grain ten
constexpr double kClearChannelMax = 0.75;  // an ink must let this channel through to be told apart
constexpr double kNoiseGainMax = 5;        // where inks cross; inks that are too alike have more
constexpr int kStronglyRed = 60;           // red − the least of green and blue
constexpr int kReddish = 15;               // red − blue; where red and blue ink cross it is less
constexpr double kDarkInkShare = 0.12;     // of the red pixels; darker ones have black in them
constexpr float kInkVariation = 1.1F;      // a stamp is not inked evenly
constexpr float kDarkGain = 1.5F;
constexpr int kBlackFloor = 30;  // of 255: less black is grain of the coloured ink
constexpr double kDarkest = 6;   // of 255: scanners do not tell darker inks apart

}  // namespace

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
  int count = 0;
  for (int y = 0; y < small.rows; ++y) {
    const std::uint8_t* rgb = small.ptr<std::uint8_t>(y);
    const std::uint8_t* kind = coloured.ptr<std::uint8_t>(y);
    for (int x = 0; x < small.cols; ++x, rgb += 3) {
      if (kind[x] != hue) continue;
      ++count;
      for (int c = 0; c < 3; ++c) sum[c] += density_[c][rgb[c]];
    }
  }
  const auto [low, high] = std::minmax_element(sum.begin(), sum.end());
  if (count < kInkPixelsMin || *high <= 0 || *low > kClearChannelMax * *high) return;
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

}  // namespace sohoa
