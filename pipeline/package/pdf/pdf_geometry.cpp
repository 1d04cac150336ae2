#include "pipeline/package/pdf/pdf_geometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "pipeline/base/error.h"

namespace sohoa {

namespace {

bool is_sheet(const PageSize& size) {
  return std::isfinite(size.width_pt) && std::isfinite(size.height_pt) && size.width_pt > 0 &&
         size.height_pt > 0;
}

Matrix turned_clockwise(int quarter_turns, const PageSize& size) {
  switch (quarter_turns & 3) {
    case 1:
      return {0, -1, 1, 0, 0, size.width_pt};
    case 2:
      return {-1, 0, 0, -1, size.width_pt, size.height_pt};
    case 3:
      return {0, 1, -1, 0, size.height_pt, 0};
    default:
      return {};
  }
}

Matrix rotated_about(const Point& centre, double radians) {
  const double cosine = std::cos(radians);
  const double sine = std::sin(radians);
  return {cosine,
          sine,
          -sine,
          cosine,
          centre.x - cosine * centre.x + sine * centre.y,
          centre.y - sine * centre.x - cosine * centre.y};
}

Matrix upright_to_scan(const TextPage& text) {
  const bool lies = (text.quarter_turns & 1) != 0;
  const int scan_width = lies ? text.height : text.width;
  const int scan_height = lies ? text.width : text.height;
  return inverse(quarter_turn_matrix(text.quarter_turns, scan_width, scan_height));
}

// The angle is measured in pixels; where these are not square (a fax) it is another one on paper.
double slope_on_paper(const Matrix& upright_to_output, double skew_degrees) {
  const double radians = skew_degrees * std::numbers::pi / 180;
  const Point origin = upright_to_output * Point{0, 0};
  const Point along = upright_to_output * Point{std::cos(radians), -std::sin(radians)};
  return std::atan2(along.y - origin.y, along.x - origin.x);
}

}  // namespace

double units_per_point(const PageSize& size) {
  constexpr double kSideMax_units = 14400;
  const double side = std::max(size.width_pt, size.height_pt);
  return side > kSideMax_units ? kSideMax_units / side : 1;
}

PdfGeometry pdf_geometry(const ScannedPage& page, const TextPage& text, bool deskew) {
  if (!is_sheet(page.size)) {
    throw Error(ExitCode::kInput, name_of(page.source), "the page has no size",
                "scan it again or give --image-dpi");
  }
  PdfGeometry geometry;
  geometry.size = page.size;
  if ((text.quarter_turns & 1) != 0) {
    geometry.size = {page.size.height_pt, page.size.width_pt};
  }
  geometry.shown_to_output = turned_clockwise(text.quarter_turns, page.size);
  const Matrix upright_to_shown = then(upright_to_scan(text), page.pixels_to_points);
  geometry.upright_to_output = then(upright_to_shown, geometry.shown_to_output);
  if (deskew && text.skew_degrees != 0) {
    const Point centre{geometry.size.width_pt / 2, geometry.size.height_pt / 2};
    const double slope = slope_on_paper(geometry.upright_to_output, text.skew_degrees);
    const Matrix straighten = rotated_about(centre, -slope);
    geometry.shown_to_output = then(geometry.shown_to_output, straighten);
    geometry.upright_to_output = then(geometry.upright_to_output, straighten);
  }
  return geometry;
}

}  // namespace sohoa
