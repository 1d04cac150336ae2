#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/error.h"

namespace sohoa {

/// "vie+eng" → vie, eng. Throws Error (kUsage) for what cannot be the name of a language.
std::vector<std::string> split_languages(const std::string& names);

/// The language's .traineddata file: in `folder`, or, if that is empty, where Tesseract looks:
/// TESSDATA_PREFIX, Debian's folder and that of a build from source. Throws Error (kDependency)
/// when there is none.
std::filesystem::path model_file(const std::string& language, const std::filesystem::path& folder);

/// The language model that goes with a model in `folder`: of vie_sohoa_fast it is
/// vie_sohoa_fast.lm, vie_sohoa.lm or vie.lm, whichever is there.
std::optional<std::filesystem::path> language_model_file(const std::string& language,
                                                         const std::filesystem::path& folder);

/// For a model that is missing or cannot be used; with the package that has it.
Error model_missing(const std::string& language, const std::filesystem::path& folder);

/// The Debian package that has the language's model: "chi_sim" → "tesseract-ocr-chi-sim".
std::string package_of_language(const std::string& language);

}  // namespace sohoa
