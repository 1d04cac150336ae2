#pragma once

#include <string>

namespace sohoa {

/// Sequences that a terminal turns into colours; empty ones: none.
struct Palette {
  std::string good, bad, plain;
};

/// Colours where standard output is a terminal and NO_COLOR is not set, otherwise none.
Palette palette_of_output();

}  // namespace sohoa
