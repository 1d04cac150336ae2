#include "pipeline/package/overlay/overlay_drawing.h"

#include <algorithm>
#include <cmath>

#include "pipeline/package/pdf/pdf_number.h"

namespace sohoa {

namespace {

constexpr double kLine_pt = 0.8;
constexpr double kFontSize_pt = 6;
constexpr double kLabelHeight_pt = 7;
constexpr double kLetterWidth_pt = 0.6 * kFontSize_pt;  // of every letter of Courier
constexpr double kLabelPadding_pt = 1;
constexpr double kBaseline_pt = 5.2;  // from the label's top
constexpr int kDecimals = 2;

std::string number(double value) { return pdf_number(value, kDecimals); }

std::string colour_of(const OverlayColour& colour, const char* operation) {
  return number(colour.red) + ' ' + number(colour.green) + ' ' + number(colour.blue) + ' ' +
         operation + '\n';
}

/// Around the corners of a box, which may lean.
std::string path_of(const Box& box, const Matrix& matrix) {
  const Point corners[] = {
      {box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}};
  std::string path;
  for (const Point& corner : corners) {
    const Point p = matrix * corner;
    path += number(p.x) + ' ' + number(p.y) + (path.empty() ? " m " : " l ");
  }
  return path + "h ";
}

/// Parentheses and backslashes are escaped (ISO 32000-1, 7.3.4.2).
std::string string_of(const std::string& text) {
  std::string literal = "(";
  for (const char c : text) {
    if (c == '(' || c == ')' || c == '\\') literal += '\\';
    literal += c;
  }
  return literal + ')';
}

/// In points of the page: above the box, or from its top where that is beyond the page.
Box label_place(const std::string& label, const Box& around, const PageSize& page) {
  const double width = static_cast<double>(label.size()) * kLetterWidth_pt + 2 * kLabelPadding_pt;
  const double left = std::clamp(around.left, 0.0, std::max(0.0, page.width_pt - width));
  const double above = around.top - kLabelHeight_pt;
  const double top = above >= 0 ? above : std::max(0.0, around.top);
  return {left, top, left + width, top + kLabelHeight_pt};
}

std::string label_of(const OverlayBox& one, const Box& around, const Matrix& to_user,
                     const PageSize& page) {
  if (one.label.empty()) return {};
  const Box place = label_place(one.label, around, page);
  // Text stands upright where y goes up.
  const Matrix letters =
      then({1, 0, 0, -1, place.left + kLabelPadding_pt, place.top + kBaseline_pt}, to_user);
  return colour_of(one.colour, "rg") + path_of(place, to_user) + "f\n1 1 1 rg BT /" + kOverlayFont +
         ' ' + number(kFontSize_pt) + " Tf " + pdf_matrix(letters) + " Tm " + string_of(one.label) +
         " Tj ET\n";
}

}  // namespace

std::string overlay_operators(const std::vector<OverlayBox>& boxes, const Matrix& to_shown,
                              const Matrix& to_user, const PageSize& page) {
  const Matrix to_page = then(to_shown, to_user);
  const Box sheet{0, 0, page.width_pt, page.height_pt};
  const Point start = to_user * Point{0, 0}, end = to_user * Point{kLine_pt, 0};
  std::string content = "q " + number(std::hypot(end.x - start.x, end.y - start.y)) + " w\n";
  std::string labels;
  for (const OverlayBox& one : boxes) {
    const Box around = intersection(to_shown * one.box, sheet);
    if (around.empty()) continue;
    const Box cut = intersection(one.box, inverse(to_shown) * sheet);
    content += "q /" + std::string(kOverlayState) + " gs " + colour_of(one.colour, "rg") +
               path_of(cut, to_page) + "f Q\n" + colour_of(one.colour, "RG") +
               path_of(cut, to_page) + "S\n";
    labels += label_of(one, around, to_user, page);
  }
  return content + labels + "Q\n";
}

}  // namespace sohoa
