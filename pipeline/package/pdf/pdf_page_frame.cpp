#include "pipeline/package/pdf/pdf_page_frame.h"

#include <algorithm>
#include <cmath>

#include "pipeline/package/pdf/pdf_field.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

constexpr double kUserUnitMax = 1000;
constexpr double kCoordinateMax = 1e6;
constexpr Box kA4{0, 0, 595.28, 841.89};

/// In user space: top is the least y here.
Box box_of(Handle array, const Box& otherwise) {
  if (!array.isRectangle()) return otherwise;
  const Handle::Rectangle r = array.getArrayAsRectangle();
  const Box box{r.llx, r.lly, r.urx, r.ury};
  const bool sound = std::abs(box.left) + std::abs(box.top) < kCoordinateMax &&
                     std::abs(box.right) + std::abs(box.bottom) < kCoordinateMax;
  return box.empty() || !sound ? otherwise : box;
}

/// For a page that is shown turned by 0 to 3 quarters clockwise.
Matrix shown_to_user(const Box& box, int quarter_turns, double unit) {
  const double s = 1 / unit;
  switch (quarter_turns) {
    case 1:
      return {0, s, s, 0, box.left, box.top};
    case 2:
      return {-s, 0, 0, s, box.right, box.top};
    case 3:
      return {0, -s, -s, 0, box.right, box.bottom};
    default:
      return {s, 0, 0, -s, box.left, box.bottom};
  }
}

}  // namespace

PageFrame page_frame(Handle page, PageBox which) {
  const Box media = box_of(inherited(page, "/MediaBox"), kA4);
  Box box = media;
  if (which == PageBox::kCrop) {
    const Box crop = intersection(media, box_of(inherited(page, "/CropBox"), media));
    if (!crop.empty()) box = crop;
  }
  PageFrame frame;
  Handle unit = page.getKey("/UserUnit");
  if (unit.isNumber() && unit.getNumericValue() > 0) {
    frame.user_unit = std::min(unit.getNumericValue(), kUserUnitMax);
  }
  Handle turn = inherited(page, "/Rotate");
  if (turn.isInteger())
    frame.quarter_turns = static_cast<int>((turn.getIntValue() / 90 % 4 + 4) % 4);
  frame.size = {box.width() * frame.user_unit, box.height() * frame.user_unit};
  if (frame.quarter_turns % 2 == 1) std::swap(frame.size.width_pt, frame.size.height_pt);
  frame.shown_to_user = shown_to_user(box, frame.quarter_turns, frame.user_unit);
  return frame;
}

}  // namespace sohoa
