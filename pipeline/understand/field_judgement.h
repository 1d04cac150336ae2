#pragma once

#include "models/record/field.h"
#include "pipeline/understand/page_view.h"

namespace sohoa {

// What a field's confidence is multiplied by.
inline constexpr double kRepairedShare = 0.8;  // it fits its pattern only after a repair
inline constexpr double kUnusualShare = 0.9;   // it is nothing that the catalogue knows

inline constexpr double kUnlikelyShare = 0.5;  // something beside it speaks against it

/// A field that is read less surely than this goes to a person.
inline constexpr double kFieldConfidenceMin = 0.85;

/// Sets what a person must know: handwriting in its box, confidence below kFieldConfidenceMin,
/// nothing there. A doubt that is set stays.
void judge(Field& field, const PageView& page);

}  // namespace sohoa
