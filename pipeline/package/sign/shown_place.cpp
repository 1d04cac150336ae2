#include "pipeline/package/sign/shown_place.h"

#include <algorithm>

#include "pipeline/package/pdf/pdf_page_frame.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

constexpr int kAnnotationsMax = 10000;

bool has_annotation(Handle page, QPDFObjGen widget) {
  Handle annotations = page.getKey("/Annots");
  if (!annotations.isArray()) return false;
  const int count = std::min(annotations.getArrayNItems(), kAnnotationsMax);
  for (int i = 0; i < count; ++i) {
    if (annotations.getArrayItem(i).getObjGen() == widget) return true;
  }
  return false;
}

std::string corner_of(const Box& box, const PageSize& page) {
  const double x = box.centre().x / page.width_pt;
  const double y = box.centre().y / page.height_pt;
  constexpr double kThird = 1.0 / 3;
  const std::string row = y < kThird ? "top" : y > 2 * kThird ? "bottom" : "middle";
  const std::string column = x < 0.5 ? "left" : "right";
  return row == "middle" ? row : row + '-' + column;
}

}  // namespace

ShownPlace shown_place(PdfDocument& document, Handle widget) {
  if (!widget.isDictionary() || !widget.getKey("/Rect").isRectangle()) return {};
  const Handle::Rectangle r = widget.getKey("/Rect").getArrayAsRectangle();
  const Box box{r.llx, r.lly, r.urx, r.ury};
  if (box.empty()) return {};
  const std::vector<Handle>& pages = document.qpdf().getAllPages();
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (!has_annotation(pages[i], widget.getObjGen())) continue;
    const PageFrame frame = page_frame(pages[i], PageBox::kCrop);
    return {static_cast<int>(i) + 1, corner_of(inverse(frame.shown_to_user) * box, frame.size)};
  }
  return {};
}

}  // namespace sohoa
