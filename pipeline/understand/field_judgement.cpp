#include "pipeline/understand/field_judgement.h"

#include <algorithm>

namespace sohoa {

namespace {

constexpr double kShareByHandMin = 0.15;  // of the mark's own area within the field

bool is_by_hand(const Box& field, const std::vector<Mark>& marks) {
  return std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) {
    if (mark.kind != MarkKind::kHandwriting) return false;
    const Box common = intersection(mark.box, field);
    return !common.empty() && common.width() * common.height() >
                                  kShareByHandMin * mark.box.width() * mark.box.height();
  });
}

}  // namespace

void judge(Field& field, const PageView& page) {
  field.by_hand = field.by_hand || is_by_hand(field.box, page.marks);
  if (field.doubt != FieldDoubt::kNone) return;
  if (field.value.empty()) {
    field.doubt = FieldDoubt::kNotFound;
  } else if (field.by_hand || field.confidence < kFieldConfidenceMin) {
    field.doubt = FieldDoubt::kLowConfidence;
  }
}

}  // namespace sohoa
