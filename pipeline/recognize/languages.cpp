#include "pipeline/recognize/languages.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace sohoa {

namespace {

constexpr std::size_t kLanguagesMax = 8;
const std::string kScriptFolder = "script/";
constexpr std::array kModelFolders = {"/usr/share/tesseract-ocr/5/tessdata",
                                      "/usr/local/share/tessdata", "/usr/share/tessdata"};

bool is_name(const std::string& language) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '/' || c == '-';
  };
  return !language.empty() && language.front() != '/' &&
         std::all_of(language.begin(), language.end(), allowed);
}

}  // namespace

std::vector<std::string> split_languages(const std::string& names) {
  std::vector<std::string> languages;
  for (std::size_t start = 0; start <= names.size();) {
    const std::size_t end = std::min(names.find('+', start), names.size());
    languages.push_back(names.substr(start, end - start));
    start = end + 1;
  }
  if (languages.size() > kLanguagesMax ||
      !std::all_of(languages.begin(), languages.end(), is_name)) {
    throw Error(ExitCode::kUsage, "language '" + names + "'", "is not a list of language names",
                "give names such as vie or vie+eng");
  }
  return languages;
}

std::filesystem::path model_file(const std::string& language, const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> folders = {folder};
  if (folder.empty()) {
    const char* prefix = std::getenv("TESSDATA_PREFIX");
    folders = {kModelFolders.begin(), kModelFolders.end()};
    if (prefix != nullptr && *prefix != '\0') folders = {prefix};
  }
  for (const std::filesystem::path& place : folders) {
    const std::filesystem::path file = place / (language + ".traineddata");
    std::error_code ignored;
    if (std::filesystem::is_regular_file(file, ignored)) return file;
  }
  throw model_missing(language, folder);
}

std::optional<std::filesystem::path> language_model_file(const std::string& language,
                                                         const std::filesystem::path& folder) {
  for (std::size_t end = language.size(); end != std::string::npos && end > 0;
       end = language.rfind('_', end - 1)) {
    std::filesystem::path file = folder / (language.substr(0, end) + ".lm");
    std::error_code ignored;
    if (std::filesystem::is_regular_file(file, ignored)) return file;
  }
  return std::nullopt;
}

Error model_missing(const std::string& language, const std::filesystem::path& folder) {
  return Error(ExitCode::kDependency, "language " + language,
               "its model " + language + ".traineddata is missing or cannot be used" +
                   (folder.empty() ? "" : " in " + folder.string()),
               "apt-get install " + package_of_language(language));
}

std::string package_of_language(const std::string& language) {
  std::string name = language;
  std::string package = "tesseract-ocr-";
  if (name.starts_with(kScriptFolder)) {
    package += "script-";
    name = name.substr(kScriptFolder.size(), 4);
  }
  std::replace(name.begin(), name.end(), '_', '-');
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return package + name;
}

}  // namespace sohoa
