#include "tests/understand/marks/drawn_page.h"

#include <algorithm>

namespace sohoa::test {

namespace {

constexpr double kDpi = 200;
constexpr double kPxPerMm = kDpi / 25.4;

}  // namespace

CleanPage white_page() {
  CleanPage page;
  page.dpi = kDpi;
  page.upright_dpi = {kDpi, kDpi};
  page.pixels.width = static_cast<int>(210 * kPxPerMm);
  page.pixels.height = static_cast<int>(297 * kPxPerMm);
  page.pixels.data.assign(page.pixels.stride() * page.pixels.height, 255);
  page.upright_width = page.pixels.width;
  page.upright_height = page.pixels.height;
  return page;
}

Box in_px(const Box& mm) {
  return {mm.left * kPxPerMm, mm.top * kPxPerMm, mm.right * kPxPerMm, mm.bottom * kPxPerMm};
}

void fill(CleanPage& page, const Box& mm) {
  const Box box =
      intersection(in_px(mm), {0, 0, 1.0 * page.pixels.width, 1.0 * page.pixels.height});
  for (int y = static_cast<int>(box.top); y < box.bottom; ++y) {
    for (int x = static_cast<int>(box.left); x < box.right; ++x) page.pixels.row(y)[x] = 20;
  }
}

void draw_frame(CleanPage& page, const Box& mm, double width_mm) {
  fill(page, {mm.left, mm.top, mm.right, mm.top + width_mm});
  fill(page, {mm.left, mm.bottom - width_mm, mm.right, mm.bottom});
  fill(page, {mm.left, mm.top, mm.left + width_mm, mm.bottom});
  fill(page, {mm.right - width_mm, mm.top, mm.right, mm.bottom});
}

void draw_cross(CleanPage& page, const Box& mm, double width_mm) {
  constexpr int kSteps = 200;
  for (int i = 0; i <= kSteps; ++i) {
    const double share = static_cast<double>(i) / kSteps;
    const double x = mm.left + share * mm.width(), half = width_mm / 2;
    for (const double y : {mm.top + share * mm.height(), mm.bottom - share * mm.height()}) {
      fill(page, {x - half, y - half, x + half, y + half});
    }
  }
}

}  // namespace sohoa::test
