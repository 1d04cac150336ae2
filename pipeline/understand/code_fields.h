#pragma once

#include <span>
#include <vector>

#include "models/record/field.h"
#include "pipeline/understand/page_view.h"

namespace sohoa {

/// What the codes and the machine-readable zones on a paper's pages say: of identity cards and
/// passports, and of papers that a one-stop system printed. A zone whose check digits do not all
/// fit says nothing.
std::vector<Field> code_fields(std::span<const PageView> pages);

/// Adds what codes say to what was read. Where both agree the field is cross-checked and nobody
/// need look at it; where they differ the code is right, print is what is misread.
void merge_code_fields(std::vector<Field> from_codes, std::vector<Field>& fields);

}  // namespace sohoa
