#pragma once

#include <regex>
#include <string>
#include <vector>

namespace sohoa {

/// Patterns of a profile (ECMAScript), which its loader has tried.
class Patterns {
 public:
  explicit Patterns(const std::vector<std::string>& patterns);

  /// Whether the whole text is as one of them says. Longer texts than 500 bytes are not:
  /// std::regex recurses.
  bool meets_one(const std::string& text) const;

 private:
  std::vector<std::regex> patterns_;
};

}  // namespace sohoa
