#pragma once

#include <span>
#include <vector>

#include "models/papers/kind.h"
#include "models/record/field.h"
#include "pipeline/understand/page_view.h"

namespace sohoa {

/// The answers that stand beside, or below, the labels of the kind's form; a field whose label is
/// there and whose answer is not has FieldDoubt::kNotFound, one without label is left out.
std::vector<Field> form_fields(const PaperKind& kind, std::span<const PageView> pages);

}  // namespace sohoa
