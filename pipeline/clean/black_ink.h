#pragma once

#include <array>
#include <cstdint>
#include <opencv2/core.hpp>
#include <optional>
#include <vector>

namespace sohoa {

using Rgb = std::array<double, 3>;

/// What a coloured pixel is: red and its neighbours, or blue and green.
enum Hue : std::uint8_t { kNone = 0, kWarm = 1, kCool = 2 };

/// Tells the black ink of a place from up to two coloured inks, whose colours it learns there.
/// Optical densities add up (Beer–Lambert): with an ink's own ratio between two channels its part
/// is subtracted, and black stays; where two inks cross, three channels give three equations.
class BlackOfInks {
 public:
  /// `small`: RGB of the place at low resolution, `coloured`: a Hue for each of its pixels,
  /// `paper`: the page's white.
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

}  // namespace sohoa
