#pragma once

#include <string>

namespace sohoa {

/// Throws Error (kDependency) when a face cannot draw all 134 letters with Vietnamese marks:
/// version 1 of the Liberation fonts has the same names and 42 of them.
void require_fonts();

/// The same for the four faces of one family.
void require_font(const std::string& family);

}  // namespace sohoa
