#include "pipeline/package/compact/ssim.h"

#include <gtest/gtest.h>

namespace sohoa {

namespace {

Image flat(int width, int height, std::uint8_t level) {
  return {width, height, 1, Bytes(static_cast<std::size_t>(width) * height, level)};
}

}  // namespace

TEST(Ssim, OfEqualImagesIsOne) {
  Image image = flat(37, 21, 0);
  for (std::size_t i = 0; i < image.data.size(); ++i) image.data[i] = (i * 73) & 0xFF;
  EXPECT_DOUBLE_EQ(ssim(image, image), 1);
}

TEST(Ssim, OfFlatImagesIsTheLuminanceTermAlone) {
  // (2·100·120 + 6.5025) / (100² + 120² + 6.5025)
  EXPECT_NEAR(ssim(flat(64, 64, 100), flat(64, 64, 120)), 24006.5025 / 24406.5025, 1e-12);
}

TEST(Ssim, OfAnImageAndItsNegativeIsBelowZero) {
  Image image = flat(32, 32, 0), negative = image;
  for (std::size_t i = 0; i < image.data.size(); ++i) {
    image.data[i] = i % 3 == 0 ? 250 : 5;
    negative.data[i] = 255 - image.data[i];
  }
  EXPECT_LT(ssim(image, negative), 0);
}

TEST(Ssim, OfOnePixelIsThatOfItsLevels) {
  EXPECT_NEAR(ssim(flat(1, 1, 0), flat(1, 1, 255)), 6.5025 / (255.0 * 255 + 6.5025), 1e-12);
}

}  // namespace sohoa
