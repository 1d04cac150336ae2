#pragma once

#include "models/record/geometry.h"

namespace sohoa {

enum class MarkKind {
  kSeal,
  kSignature,
  kHandwriting,  // where print would stand: a number, a day, an answer
  kTickedBox,
  kEmptyBox
};

/// Ink on a page that is not print.
struct Mark {
  MarkKind kind = MarkKind::kSeal;
  Box box;  // upright px
};

}  // namespace sohoa
