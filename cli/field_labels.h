#pragma once

#include <string>

#include "models/papers/kind.h"

namespace sohoa {

/// What forms print before a field, in Vietnamese: as the paper's kind has it, or as papers
/// commonly do. `kind` may be null. Empty for a field of which nothing is known.
std::string field_label(const std::string& name, const PaperKind* kind);

}  // namespace sohoa
