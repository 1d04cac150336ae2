#include "pipeline/understand/marks/ring.h"

#include <gtest/gtest.h>

#include <cmath>

namespace sohoa::test {
namespace {

constexpr int kSide = 180;  // px: 60 mm

InkRaster raster() {
  InkRaster result{kSide, kSide, 3, {}};
  result.ink.resize(static_cast<std::size_t>(kSide) * kSide);
  return result;
}

void dot(InkRaster& target, double x, double y) {
  target.ink[static_cast<std::size_t>(y) * kSide + static_cast<std::size_t>(x)] = 1;
}

void draw_arc(InkRaster& target, double radius, double share) {
  constexpr int kSteps = 2000;
  for (int i = 0; i < kSteps * share; ++i) {
    const double angle = 2 * M_PI * i / kSteps;
    dot(target, 90 + radius * std::cos(angle), 90 + radius * std::sin(angle));
  }
}

TEST(Ring, OfASealIsFoundUnderStrokesThatLeaveIt) {
  InkRaster seal = raster();
  draw_arc(seal, 54, 1);
  for (int x = 90; x < kSide; ++x) dot(seal, x, 60 + x / 8.0);
  const auto ring = find_ring(seal);
  ASSERT_TRUE(ring.has_value());
  EXPECT_NEAR(ring->radius, 54, 2);
  EXPECT_NEAR(ring->centre.x, 90, 2);
  EXPECT_NEAR(ring->centre.y, 90, 2);
}

TEST(Ring, IsNoFrameNoBowAndNoEmblem) {
  InkRaster frame = raster();
  for (int i = 40; i < 140; ++i) {
    dot(frame, i, 40);
    dot(frame, i, 140);
    dot(frame, 40, i);
    dot(frame, 140, i);
  }
  EXPECT_FALSE(find_ring(frame).has_value());
  InkRaster bow = raster();
  draw_arc(bow, 54, 0.4);
  EXPECT_FALSE(find_ring(bow).has_value());
  InkRaster emblem = raster();  // 18 mm
  draw_arc(emblem, 27, 1);
  EXPECT_FALSE(find_ring(emblem).has_value());
  EXPECT_FALSE(find_ring(raster()).has_value());
}

}  // namespace
}  // namespace sohoa::test
