#include "pipeline/package/overlay/overlay_place.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "pipeline/package/pdf/pdf_page_content.h"
#include "pipeline/package/pdf/pdf_stream_data.h"

namespace sohoa {

namespace {

constexpr double kPointsPerInch = 72;
constexpr double kDpiOfNone = 300;  // of a record that tells none

Matrix scaled(double x, double y) { return {x, 0, 0, y, 0, 0}; }

Matrix rotated_about(const Point& centre, double radians) {
  const double cosine = std::cos(radians), sine = std::sin(radians);
  const Matrix turn{cosine, sine, -sine, cosine, 0, 0};
  return then(then({1, 0, 0, 1, -centre.x, -centre.y}, turn), {1, 0, 0, 1, centre.x, centre.y});
}

/// Of the upright page.
Resolution upright_dpi(const PageAccount& account) {
  Resolution dpi{account.dpi.x > 0 ? account.dpi.x : kDpiOfNone,
                 account.dpi.y > 0 ? account.dpi.y : kDpiOfNone};
  if (account.quarter_turns % 2 != 0) std::swap(dpi.x, dpi.y);
  return dpi;
}

/// The turn that straightens the page about its centre. The angle is measured in pixels; where
/// these are not square (a fax) it is another one on paper.
Matrix straightening(const PageAccount& account, const PageSize& size) {
  const double radians = account.quality.skew_degrees * std::numbers::pi / 180;
  const Resolution dpi = upright_dpi(account);
  const double slope = std::atan2(-std::sin(radians) / dpi.y, std::cos(radians) / dpi.x);
  return rotated_about({size.width_pt / 2, size.height_pt / 2}, -slope);
}

/// Unit square of the scan's image → points of the page as shown; the whole page without an image.
Matrix image_place(QPDFObjectHandle page, const PageFrame& frame) {
  const Matrix to_points = scaled(frame.size.width_pt, frame.size.height_pt);
  const Matrix to_share =
      then(inverse(frame.shown_to_user), scaled(1 / frame.size.width_pt, 1 / frame.size.height_pt));
  const PdfContentFacts content =
      content_facts(content_of_page(page), page.getKey("/Resources"), to_share, frame.size);
  return content.images.empty() ? to_points : then(content.images.front().placement, to_points);
}

}  // namespace

ShownSkew shown_skew(const Record& record) {
  const auto found = std::find(record.settings.begin(), record.settings.end(),
                               std::pair<std::string, std::string>("deskew", "yes"));
  return found == record.settings.end() ? ShownSkew::kKept : ShownSkew::kStraightened;
}

Matrix upright_to_shown(const PageAccount& account, QPDFObjectHandle page, const PageFrame& frame,
                        ShownSkew skew) {
  const Matrix turn =
      skew == ShownSkew::kStraightened ? straightening(account, frame.size) : Matrix{};
  const Box image = then(image_place(page, frame), inverse(turn)) * Box{0, 0, 1, 1};
  const Resolution dpi = upright_dpi(account);
  const Matrix placed{
      kPointsPerInch / dpi.x,  0, 0, kPointsPerInch / dpi.y, std::max(image.left, 0.0),
      std::max(image.top, 0.0)};
  return then(placed, turn);
}

}  // namespace sohoa
