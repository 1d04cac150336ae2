#pragma once

#include <optional>

#include "models/record/code.h"
#include "models/record/separator.h"

namespace sohoa {

/// What a separator sheet says: the QR code of `sohoa sheet`, or the Code 39 `PATCHT` of anyone's
/// patch sheets, which names nothing. None for other codes and for malformed ones.
std::optional<SeparatorCode> separator_code(const Code& code);

}  // namespace sohoa
