#include "pipeline/recognize/resample.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace sohoa {

namespace {

constexpr double kWindow = 2.6;  // sigmas; what lies beyond weighs under 1 %
constexpr double kSourceSigmaMin = 0.5;

// The source pixels that make one pixel of the result, and their weights (sum 1).
struct Taps {
  int first = 0;
  std::vector<float> weights;
};

std::vector<Taps> make_taps(int source_size, int size, double step, double sigma) {
  std::vector<Taps> taps(size);
  const double source_sigma = std::max(kSourceSigmaMin, sigma * step);
  for (int i = 0; i < size; ++i) {
    const double centre = (i + 0.5) * step - 0.5;
    const double reach = kWindow * source_sigma;
    const int first = std::clamp(static_cast<int>(std::ceil(centre - reach)), 0, source_size - 1);
    const int last =
        std::clamp(static_cast<int>(std::floor(centre + reach)), first, source_size - 1);
    taps[i].first = first;
    double sum = 0;
    for (int j = first; j <= last; ++j) {
      const double d = (j - centre) / source_sigma;
      taps[i].weights.push_back(static_cast<float>(std::exp(-d * d / 2)));
      sum += taps[i].weights.back();
    }
    for (float& weight : taps[i].weights) weight /= static_cast<float>(sum);
  }
  return taps;
}

}  // namespace

Image resample_to_height(const Image& grey, int height, double sigma) {
  const double step = static_cast<double>(grey.height) / height;
  Image result;
  result.height = height;
  result.width = std::max(1, static_cast<int>(std::lround(grey.width / step)));
  result.data.resize(result.stride() * result.height);
  const std::vector<Taps> across = make_taps(grey.width, result.width, step, sigma);
  const std::vector<Taps> down = make_taps(grey.height, height, step, sigma);
  std::vector<float> row(grey.width);
  for (int y = 0; y < height; ++y) {
    std::fill(row.begin(), row.end(), 0.0F);
    for (std::size_t k = 0; k < down[y].weights.size(); ++k) {
      const std::uint8_t* source = grey.row(down[y].first + static_cast<int>(k));
      const float weight = down[y].weights[k];
      for (int x = 0; x < grey.width; ++x) row[x] += weight * source[x];
    }
    std::uint8_t* out = result.row(y);
    for (int x = 0; x < result.width; ++x) {
      float sum = 0.5F;
      const float* source = row.data() + across[x].first;
      for (std::size_t k = 0; k < across[x].weights.size(); ++k) {
        sum += across[x].weights[k] * source[k];
      }
      out[x] = static_cast<std::uint8_t>(std::min(255.0F, sum));
    }
  }
  return result;
}

}  // namespace sohoa
