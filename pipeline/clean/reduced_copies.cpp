#include "pipeline/clean/reduced_copies.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace sohoa {

namespace {

void add_row(const std::uint8_t* row, std::size_t length, std::uint16_t* sums) {
  for (std::size_t i = 0; i < length; ++i) sums[i] = static_cast<std::uint16_t>(sums[i] + row[i]);
}

// With a divisor and channels that the compiler knows the loop is several times as fast.
template <int kDivisor, int kChannels>
void write_means(const std::uint16_t* sums, int width, std::uint8_t* means) {
  constexpr int kArea = kDivisor * kDivisor;
  for (int x = 0; x < width; ++x) {
    for (int c = 0; c < kChannels; ++c) {
      std::uint16_t sum = kArea / 2;
      for (int i = 0; i < kDivisor; ++i) {
        sum = static_cast<std::uint16_t>(sum + sums[(x * kDivisor + i) * kChannels + c]);
      }
      means[x * kChannels + c] = static_cast<std::uint8_t>(sum / kArea);
    }
  }
}

void write_means(const std::uint16_t* sums, cv::Size block, int channels, int width,
                 std::uint8_t* means) {
  const std::uint32_t area = static_cast<std::uint32_t>(block.area());
  for (int x = 0; x < width; ++x) {
    for (int c = 0; c < channels; ++c) {
      std::uint32_t sum = area / 2;
      for (int i = 0; i < block.width; ++i) sum += sums[(x * block.width + i) * channels + c];
      means[x * channels + c] = static_cast<std::uint8_t>(sum / area);
    }
  }
}

void write_row(const std::uint16_t* sums, cv::Size block, int channels, int width,
               std::uint8_t* means) {
  const int divisor = block.width == block.height ? block.width : 0;
  if (divisor == 2 && channels == 1) return write_means<2, 1>(sums, width, means);
  if (divisor == 3 && channels == 1) return write_means<3, 1>(sums, width, means);
  if (divisor == 4 && channels == 1) return write_means<4, 1>(sums, width, means);
  if (divisor == 3 && channels == 3) return write_means<3, 3>(sums, width, means);
  if (divisor == 4 && channels == 3) return write_means<4, 3>(sums, width, means);
  write_means(sums, block, channels, width, means);
}

}  // namespace

cv::Mat means_of_blocks(const cv::Mat& page, int divisor) {
  const cv::Size block(std::min(divisor, page.cols), std::min(divisor, page.rows));
  const cv::Size size(page.cols / block.width, page.rows / block.height);
  const int channels = page.channels();
  cv::Mat means(size, page.type());
  const std::size_t length = static_cast<std::size_t>(size.width) * block.width * channels;
  std::vector<std::uint16_t> sums(length);
  for (int y = 0; y < size.height; ++y) {
    std::fill(sums.begin(), sums.end(), std::uint16_t{0});
    for (int i = 0; i < block.height; ++i) {
      add_row(page.ptr<std::uint8_t>(y * block.height + i), length, sums.data());
    }
    write_row(sums.data(), block, channels, size.width, means.ptr<std::uint8_t>(y));
  }
  return means;
}

const cv::Mat& ReducedCopies::get(const cv::Mat& page, int divisor) {
  cv::Mat& copy = copies_[divisor];
  if (copy.empty()) copy = divisor == 1 ? page : means_of_blocks(page, divisor);
  return copy;
}

void ReducedCopies::renew(const cv::Mat& page, const cv::Rect& where) {
  for (auto& [divisor, copy] : copies_) {
    if (divisor == 1) continue;
    const cv::Point from(where.x / divisor, where.y / divisor);
    const cv::Point to((where.br().x + divisor - 1) / divisor,
                       (where.br().y + divisor - 1) / divisor);
    const cv::Rect cells = cv::Rect(from, to) & cv::Rect({}, copy.size());
    if (cells.empty()) continue;
    const cv::Rect pixels =
        cv::Rect(cells.tl() * divisor, cells.br() * divisor) & cv::Rect({}, page.size());
    means_of_blocks(page(pixels), divisor).copyTo(copy(cells));
  }
}

}  // namespace sohoa
