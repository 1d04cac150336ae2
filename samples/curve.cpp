#include "samples/curve.h"

#include <algorithm>

namespace sohoa {

namespace {

constexpr int kPiecesPerSpan = 8;

double spline(double a, double b, double c, double d, double t) {
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t +
                (3 * b - a - 3 * c + d) * t * t * t);
}

}  // namespace

std::vector<Point> smoothed(const std::vector<Point>& points) {
  if (points.size() < 3) return points;
  std::vector<Point> curve;
  const std::size_t last = points.size() - 1;
  for (std::size_t i = 0; i < last; ++i) {
    const Point& a = points[i == 0 ? 0 : i - 1];
    const Point& b = points[i];
    const Point& c = points[i + 1];
    const Point& d = points[std::min(i + 2, last)];
    for (int piece = 0; piece < kPiecesPerSpan; ++piece) {
      const double t = piece / static_cast<double>(kPiecesPerSpan);
      curve.push_back({spline(a.x, b.x, c.x, d.x, t), spline(a.y, b.y, c.y, d.y, t)});
    }
  }
  curve.push_back(points[last]);
  return curve;
}

}  // namespace sohoa
