#include "cli/palette.h"

#include <cstdlib>

#include "pipeline/base/standard_output.h"

namespace sohoa {

Palette palette_of_output() {
  const char* refused = std::getenv("NO_COLOR");
  if (!standard_output_is_terminal() || (refused != nullptr && *refused != '\0')) return {};
  return {"\x1b[32m", "\x1b[31m", "\x1b[0m"};
}

}  // namespace sohoa
