#pragma once

#include <string>
#include <vector>

namespace sohoa {

/// A symbol as it is printed: dark and light squares or, in a single row, bars. No quiet zone.
struct SymbolModules {
  int columns = 0;
  int rows = 0;
  std::vector<bool> dark;  // columns × rows, from the top

  bool at(int column, int row) const {
    return dark[static_cast<std::size_t>(row) * columns + column];
  }
};

/// ISO/IEC 18004, level M. Throws Error (kUsage) for a text that is too long.
SymbolModules qr_modules(const std::string& text);

/// ISO/IEC 16388, wide bars twice as wide as narrow ones. Throws Error (kUsage) for a text that it
/// has no letters for.
SymbolModules code39_modules(const std::string& text);

}  // namespace sohoa
