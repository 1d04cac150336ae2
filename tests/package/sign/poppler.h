#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace sohoa::test {

/// What Poppler's pdfsig prints of a file, its certificates unchecked.
std::string pdfsig_of(const std::filesystem::path& pdf);

/// How often `part` stands in `text`.
int count_of(const std::string& text, const std::string& part);

/// The codes of what the lint has against a file.
std::vector<std::string> lint_codes(const std::filesystem::path& pdf);

}  // namespace sohoa::test
