#include "pipeline/package/compact/ssim.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace sohoa {

namespace {

constexpr int kStep = 4;

/// Of the pixels a of one image and b of the other in a part of a window.
struct Sums {
  std::int64_t a = 0, b = 0, squares = 0, products = 0, count = 0;

  Sums& operator+=(const Sums& other) {
    a += other.a;
    b += other.b;
    squares += other.squares;
    products += other.products;
    count += other.count;
    return *this;
  }
};

Sums sums_of(const Image& a, const Image& b, int left, int top, int width, int height) {
  std::int32_t of_a = 0, of_b = 0, squares = 0, products = 0;
  for (int y = top; y < top + height; ++y) {
    const std::uint8_t* in_a = a.row(y) + left;
    const std::uint8_t* in_b = b.row(y) + left;
    for (int x = 0; x < width; ++x) {
      of_a += in_a[x];
      of_b += in_b[x];
      squares += in_a[x] * in_a[x] + in_b[x] * in_b[x];
      products += in_a[x] * in_b[x];
    }
  }
  return {of_a, of_b, squares, products, static_cast<std::int64_t>(width) * height};
}

double similarity(const Sums& sums) {
  constexpr double kC1 = 0.01 * 255 * 0.01 * 255;
  constexpr double kC2 = 0.03 * 255 * 0.03 * 255;
  const double n = static_cast<double>(sums.count);
  const double mean_a = static_cast<double>(sums.a) / n;
  const double mean_b = static_cast<double>(sums.b) / n;
  const double means_squared = mean_a * mean_a + mean_b * mean_b;
  const double variances = static_cast<double>(sums.squares) / n - means_squared;
  const double covariance = static_cast<double>(sums.products) / n - mean_a * mean_b;
  return (2 * mean_a * mean_b + kC1) * (2 * covariance + kC2) /
         ((means_squared + kC1) * (variances + kC2));
}

std::vector<Sums> row_of_blocks(const Image& a, const Image& b, int top, int height) {
  const int width = std::min(a.width, kStep);
  std::vector<Sums> row(static_cast<std::size_t>(a.width / width));
  for (std::size_t i = 0; i < row.size(); ++i) {
    row[i] = sums_of(a, b, static_cast<int>(i) * width, top, width, height);
  }
  return row;
}

/// Adds the similarity of the windows of two rows of blocks; of one block where there is no second.
double of_windows(const std::vector<Sums>& upper, const std::vector<Sums>& lower) {
  double sum = 0;
  const std::size_t reach = upper.size() > 1 ? 1 : 0;
  for (std::size_t i = 0; i + reach < upper.size(); ++i) {
    Sums window;
    for (std::size_t j = i; j <= i + reach; ++j) {
      window += upper[j];
      window += lower[j];
    }
    sum += similarity(window);
  }
  return sum;
}

}  // namespace

double ssim(const Image& a, const Image& b) {
  const int height = std::min(a.height, kStep);
  const int rows = a.height / height;
  double sum = 0;
  std::size_t windows = 0;
  std::vector<Sums> upper = row_of_blocks(a, b, 0, height);
  for (int row = rows > 1 ? 1 : 0; row < rows; ++row) {
    std::vector<Sums> lower = row_of_blocks(a, b, row * height, height);
    sum += of_windows(upper, lower);
    windows += std::max<std::size_t>(upper.size(), 2) - 1;
    upper = std::move(lower);
  }
  return sum / static_cast<double>(windows);
}

}  // namespace sohoa
