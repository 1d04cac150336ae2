#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include "models/record/geometry.h"

namespace sohoa {

/// How a viewer shows a page: turned by /Rotate, cut to its boxes, a unit as long as /UserUnit
/// says.
struct PageFrame {
  PageSize size;          // as shown
  Matrix shown_to_user;   // points from the shown page's top left corner, y down → user space
  int quarter_turns = 0;  // clockwise, of /Rotate
  double user_unit = 1;   // points
};

enum class PageBox { kCrop, kMedia };

/// Of a page object; inherited entries count. A page without a sound box is A4.
PageFrame page_frame(QPDFObjectHandle page, PageBox box);

}  // namespace sohoa
