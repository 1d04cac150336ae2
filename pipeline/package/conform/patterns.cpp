#include "pipeline/package/conform/patterns.h"

#include <algorithm>

namespace sohoa {

namespace {

constexpr std::size_t kTextBytesMax = 500;

}  // namespace

Patterns::Patterns(const std::vector<std::string>& patterns)
    : patterns_(patterns.begin(), patterns.end()) {}

bool Patterns::meets_one(const std::string& text) const {
  return text.size() <= kTextBytesMax &&
         std::any_of(patterns_.begin(), patterns_.end(),
                     [&](const std::regex& pattern) { return std::regex_match(text, pattern); });
}

}  // namespace sohoa
