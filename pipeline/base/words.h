#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sohoa {

/// The words with `between` between them.
std::string joined(const std::vector<std::string>& words, std::string_view between);

/// A to Z as a to z, all else as it is: for what formats spell in ASCII.
std::string lower_case(std::string text);

}  // namespace sohoa
