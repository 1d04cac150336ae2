#include "pipeline/package/sign/signature_list.h"

#include <algorithm>
#include <set>

#include "pipeline/package/pdf/pdf_field.h"
#include "pipeline/package/pdf/pdf_page_frame.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

constexpr int kDepthMax = 32;
constexpr std::size_t kFieldsMax = 10000;
constexpr int kAnnotationsMax = 10000;

class FieldWalk {
 public:
  void walk(Handle fields, const std::string& prefix, int depth) {
    if (!fields.isArray() || depth > kDepthMax) return;
    const int count = fields.getArrayNItems();
    for (int i = 0; i < count && seen_ < kFieldsMax; ++i) {
      Handle field = fields.getArrayItem(i);
      if (field.isDictionary()) visit(field, prefix, depth);
    }
  }
  std::vector<SignedField> take() { return std::move(found_); }

 private:
  void visit(Handle field, const std::string& prefix, int depth) {
    ++seen_;
    if (field.isIndirect() && !visited_.insert(field.getObjGen()).second) return;
    Handle title = field.getKey("/T");
    std::string name = title.isString() ? title.getUTF8Value() : "";
    if (!prefix.empty()) name = name.empty() ? prefix : prefix + '.' + name;
    Handle value = field.getKey("/V");
    if (is_signature_field(field) && value.isDictionary() && value.hasKey("/Contents")) {
      Handle kids = field.getKey("/Kids");
      const bool apart = kids.isArray() && kids.getArrayNItems() > 0;
      found_.push_back({name, value, apart ? kids.getArrayItem(0) : field});
      return;
    }
    walk(field.getKey("/Kids"), name, depth + 1);
  }

  std::vector<SignedField> found_;
  std::set<QPDFObjGen> visited_;
  std::size_t seen_ = 0;
};

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

std::vector<SignedField> signed_fields(PdfDocument& document) {
  Handle form = document.qpdf().getRoot().getKey("/AcroForm");
  FieldWalk walk;
  if (form.isDictionary()) walk.walk(form.getKey("/Fields"), "", 0);
  return walk.take();
}

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
