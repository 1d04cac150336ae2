#include "pipeline/package/overlay/overlay_boxes.h"

#include <cmath>

#include "models/record/json_names.h"
#include "pipeline/base/text.h"

namespace sohoa {

namespace {

constexpr std::size_t kLabelLettersMax = 40;

std::string ascii(std::string_view text) {
  std::string label;
  for (const char32_t c : to_code_points(text)) {
    if (label.size() == kLabelLettersMax) break;
    label += c > 0x20 && c < 0x7F ? static_cast<char>(c) : c == U' ' ? ' ' : '?';
  }
  return label;
}

OverlayColour colour_of(const Field& field) {
  if (field.doubt == FieldDoubt::kPatternNotMet) return kPatternColour;
  const bool accepted = field.doubt == FieldDoubt::kNone && !field.by_hand;
  return accepted ? kAcceptedColour : kLowConfidenceColour;
}

void add(OverlayBox box, std::vector<OverlayBox>& boxes) {
  const Box& b = box.box;
  const bool finite = std::isfinite(b.left + b.top) && std::isfinite(b.right + b.bottom);
  if (finite && !b.empty() && boxes.size() < kOverlayBoxesMax) boxes.push_back(std::move(box));
}

}  // namespace

std::vector<OverlayBox> overlay_boxes(const std::vector<Field>& fields, const PageAccount& page) {
  std::vector<OverlayBox> boxes;
  for (const Mark& mark : page.marks) {
    add({mark.box, kMarkColour, std::string(name_in(kMarkKindNames, mark.kind))}, boxes);
  }
  for (const Code& code : page.codes) {
    add({code.box, kCodeColour, std::string(name_in(kCodeKindNames, code.kind))}, boxes);
  }
  for (const Field& field : fields) {
    add({field.box, colour_of(field), ascii(field.name) + (field.by_hand ? " by hand" : "")},
        boxes);
  }
  return boxes;
}

}  // namespace sohoa
