#pragma once

#include <string>
#include <string_view>

namespace sohoa {

/// What ISO 19005-2, 6.2.8.3 has against JPEG 2000 data (JP2 or JPX, ISO 15444-1 annex I); empty:
/// nothing. An image dictionary with a colour space overrides the data's own.
std::string jpx_fault(std::string_view data, bool has_color_space);

}  // namespace sohoa
