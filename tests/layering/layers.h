#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sohoa::test {

/// A folder of the product, and the folders that its files may include besides their own.
struct Layer {
  std::string_view folder;
  std::vector<std::string_view> may_use;
};

/// A library, the headers and CMake targets that bring it, and the only files that may use it:
/// prefixes of their paths.
struct ThirdParty {
  std::string_view name;
  std::vector<std::string_view> headers;  // prefixes of what stands between < and >
  std::vector<std::string_view> targets;
  std::vector<std::string_view> homes;
};

/// The layering of the design, lowest first.
const std::vector<Layer>& layers();
const std::vector<ThirdParty>& third_parties();

/// The layer that a path from the project's top lies in; null when it lies in none.
const Layer* layer_of(std::string_view path);

/// True for headers of the C++ library, C library, POSIX and Linux.
bool is_system_header(std::string_view header);

}  // namespace sohoa::test
