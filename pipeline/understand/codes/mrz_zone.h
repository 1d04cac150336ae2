#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/understand/codes/mrz.h"

namespace sohoa {

/// The lines of a zone, each of its format's length: as they are, or put right where then all check
/// digits fit. None when they cannot be those of a document.
std::optional<Mrz> read_zone(const std::vector<std::string>& zone, MrzKind kind);

}  // namespace sohoa
