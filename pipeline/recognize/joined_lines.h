#pragma once

#include <vector>

#include "pipeline/recognize/ink.h"

namespace sohoa {

/// Cuts marks that reach over two lines, as where the tail of a g touches the hat of an ấ below it:
/// those with letters beside them some of which stand under the others. Each part becomes a mark of
/// its own. `letters` and `high`, marks that are too high for letters: indices into Ink::marks.
/// Returns the parts that are not among `letters`.
std::vector<int> cut_joined_lines(Ink& ink, const std::vector<int>& letters,
                                  const std::vector<int>& high, double letter_height);

}  // namespace sohoa
