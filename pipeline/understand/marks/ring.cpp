#include "pipeline/understand/marks/ring.h"

#include <algorithm>
#include <cmath>

namespace sohoa {

namespace {

constexpr double kDiameterMinMm = 24;
constexpr double kDiameterMaxMm = 46;
constexpr double kToleranceMm = 0.7;  // a pressed rim is no exact circle
constexpr int kTrials = 400;
constexpr int kDirections = 120;

/// The first and last ink of each row and column: the rim, and whatever reaches beyond it.
std::vector<Point> outer_points(const InkRaster& raster) {
  std::vector<Point> points;
  for (int y = 0; y < raster.height; ++y) {
    int first = -1, last = -1;
    for (int x = 0; x < raster.width; ++x) {
      if (!raster.at(x, y)) continue;
      if (first < 0) first = x;
      last = x;
    }
    if (first < 0) continue;
    points.push_back({first + 0.5, y + 0.5});
    points.push_back({last + 0.5, y + 0.5});
  }
  for (int x = 0; x < raster.width; ++x) {
    int first = -1, last = -1;
    for (int y = 0; y < raster.height; ++y) {
      if (!raster.at(x, y)) continue;
      if (first < 0) first = y;
      last = y;
    }
    if (first < 0) continue;
    points.push_back({x + 0.5, first + 0.5});
    points.push_back({x + 0.5, last + 0.5});
  }
  return points;
}

std::optional<Ring> circle_through(const Point& a, const Point& b, const Point& c) {
  const double bx = b.x - a.x, by = b.y - a.y, cx = c.x - a.x, cy = c.y - a.y;
  const double twice = 2 * (bx * cy - by * cx);
  if (std::abs(twice) < 1) return std::nullopt;
  const double b2 = bx * bx + by * by, c2 = cx * cx + cy * cy;
  const double x = (cy * b2 - by * c2) / twice, y = (bx * c2 - cx * b2) / twice;
  return Ring{{a.x + x, a.y + y}, std::sqrt(x * x + y * y)};
}

int points_on(const Ring& ring, const std::vector<Point>& points, double tolerance) {
  const double inner = std::max(0.0, ring.radius - tolerance), outer = ring.radius + tolerance;
  int count = 0;
  for (const Point& point : points) {
    const double x = point.x - ring.centre.x, y = point.y - ring.centre.y;
    const double square = x * x + y * y;
    count += square >= inner * inner && square <= outer * outer ? 1 : 0;
  }
  return count;
}

double rim_share(const InkRaster& raster, const Ring& ring, double tolerance) {
  int inked = 0;
  for (int i = 0; i < kDirections; ++i) {
    const double angle = 2 * M_PI * i / kDirections;
    bool found = false;
    for (double r = ring.radius - tolerance; r <= ring.radius + tolerance && !found; r += 0.5) {
      const int x = static_cast<int>(ring.centre.x + r * std::cos(angle));
      const int y = static_cast<int>(ring.centre.y + r * std::sin(angle));
      found = x >= 0 && y >= 0 && x < raster.width && y < raster.height && raster.at(x, y);
    }
    inked += found ? 1 : 0;
  }
  return static_cast<double>(inked) / kDirections;
}

}  // namespace

std::optional<Ring> find_ring(const InkRaster& raster) {
  const std::vector<Point> points = outer_points(raster);
  if (points.size() < 3) return std::nullopt;
  const double tolerance = std::max(0.8, kToleranceMm * raster.px_per_mm);
  std::uint32_t chance = 12345;  // of a linear congruential generator (Numerical Recipes)
  const auto some_point = [&] {
    chance = chance * 1664525 + 1013904223;
    return points[(chance >> 8) % points.size()];
  };
  Ring best;
  int most = 0;
  for (int trial = 0; trial < kTrials; ++trial) {
    const Point a = some_point(), b = some_point(), c = some_point();
    const std::optional<Ring> ring = circle_through(a, b, c);
    if (!ring || 2 * ring->radius < kDiameterMinMm * raster.px_per_mm ||
        2 * ring->radius > kDiameterMaxMm * raster.px_per_mm) {
      continue;
    }
    const int on = points_on(*ring, points, tolerance);
    if (on <= most) continue;
    most = on;
    best = *ring;
  }
  if (most == 0 || rim_share(raster, best, tolerance) < kRimShareMin) return std::nullopt;
  return best;
}

}  // namespace sohoa
