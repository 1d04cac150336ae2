#pragma once

#include <string>

#include "models/record/geometry.h"

namespace sohoa {

enum class CodeKind { kQr, kCode39, kCode128, kDataMatrix, kPdf417, kAztec, kOther };

/// A machine-readable symbol on a page and what it carries.
struct Code {
  CodeKind kind = CodeKind::kQr;
  std::string text;  // UTF-8
  Box box;           // px of the image it was read from
};

}  // namespace sohoa
