#pragma once

#include <string>
#include <vector>

namespace sohoa {

/// "vie+eng" → vie, eng. Throws Error (kUsage) for what cannot be the name of a language.
std::vector<std::string> split_languages(const std::string& names);

/// The Debian package that has the language's model: "chi_sim" → "tesseract-ocr-chi-sim".
std::string package_of_language(const std::string& language);

}  // namespace sohoa
