#pragma once

#include "models/papers/kind.h"
#include "models/record/field.h"

namespace sohoa {

/// Takes what the type asks for out of `field.value`: sets `normalized`, and `doubt` when there is
/// nothing like it; lowers the confidence of what had to be repaired. Dates are ISO 8601 days,
/// numbers of persons and telephones digits alone, sums in đồng without dots, names in small
/// letters with capitals first.
void read_answer(FieldType type, Field& field);

}  // namespace sohoa
