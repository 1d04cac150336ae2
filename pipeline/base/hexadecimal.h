#pragma once

#include <string>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// Two lower-case digits a byte.
std::string hexadecimal(ByteView bytes);

}  // namespace sohoa
