#pragma once

namespace sohoa {

/// Advance width of a character in a Times-like face, in thousandths of its size.
int times_width(char32_t character);

}  // namespace sohoa
