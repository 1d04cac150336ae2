#pragma once

#include <algorithm>
#include <cmath>

namespace sohoa {

struct Point {
  double x = 0;
  double y = 0;
};

/// Half-open rectangle: left ≤ x < right, top ≤ y < bottom. Pixels with y down, unless a comment
/// says points (1/72 inch).
struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  double width() const { return right - left; }
  double height() const { return bottom - top; }
  bool empty() const { return right <= left || bottom <= top; }
  Point centre() const { return {(left + right) / 2, (top + bottom) / 2}; }
};

inline Box intersection(const Box& a, const Box& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
          std::min(a.bottom, b.bottom)};
}

inline Box bounds(const Box& a, const Box& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

/// x' = a·x + c·y + e, y' = b·x + d·y + f: the six numbers in the order of a PDF matrix.
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  Point operator*(const Point& p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
};

/// First `first`, then `second`.
inline Matrix then(const Matrix& first, const Matrix& second) {
  const Matrix& m = first;
  const Matrix& n = second;
  return {n.a * m.a + n.c * m.b, n.b * m.a + n.d * m.b,       n.a * m.c + n.c * m.d,
          n.b * m.c + n.d * m.d, n.a * m.e + n.c * m.f + n.e, n.b * m.e + n.d * m.f + n.f};
}

/// Undefined for a matrix without an inverse (a·d = b·c).
inline Matrix inverse(const Matrix& m) {
  const double det = m.a * m.d - m.b * m.c;
  return {m.d / det,
          -m.b / det,
          -m.c / det,
          m.a / det,
          (m.c * m.f - m.d * m.e) / det,
          (m.b * m.e - m.a * m.f) / det};
}

/// The upright rectangle around the transformed corners.
inline Box operator*(const Matrix& m, const Box& box) {
  const Point p[4] = {m * Point{box.left, box.top}, m * Point{box.right, box.top},
                      m * Point{box.left, box.bottom}, m * Point{box.right, box.bottom}};
  Box around{p[0].x, p[0].y, p[0].x, p[0].y};
  for (const Point& q : p) {
    around.left = std::min(around.left, q.x);
    around.top = std::min(around.top, q.y);
    around.right = std::max(around.right, q.x);
    around.bottom = std::max(around.bottom, q.y);
  }
  return around;
}

/// Dots (pixels) per inch.
struct Resolution {
  double x = 0;
  double y = 0;
};

/// Of a sheet, in points (1/72 inch). A4 is 595.28 × 841.89.
struct PageSize {
  double width_pt = 0;
  double height_pt = 0;
};

}  // namespace sohoa
