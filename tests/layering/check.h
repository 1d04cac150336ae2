#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace sohoa::test {

/// A line that breaks the layering: `pipeline/clean/skew.cpp:7: includes …`.
struct Violation {
  std::string file;  // from the project's top
  int line = 0;
  std::string reason;
};

/// Every #include of the product's C++ files under `tree` that the table of layers, or a library's
/// home, does not allow.
std::vector<Violation> check_includes(const std::filesystem::path& tree);

/// The same for what the CMakeLists.txt of the product's folders link.
std::vector<Violation> check_links(const std::filesystem::path& tree);

std::string text_of(const std::vector<Violation>& violations);

}  // namespace sohoa::test
