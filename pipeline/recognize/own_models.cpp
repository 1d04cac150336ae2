#include "pipeline/recognize/own_models.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <utility>

namespace sohoa {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 1> kUsual = {
    {{"vie", "vie_sohoa_fast"}}};

std::filesystem::path own_folder() {
  const char* chosen = std::getenv("SOHOA_MODELS");
  return chosen != nullptr && *chosen != '\0' ? chosen : SOHOA_MODELS_FOLDER;
}

}  // namespace

ReaderSettings with_own_model(ReaderSettings settings) {
  if (!settings.model_folder.empty()) return settings;
  std::string model = settings.language;
  for (const auto& [language, usual] : kUsual) {
    if (language == model) model = usual;
  }
  const std::filesystem::path folder = own_folder();
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(folder / (model + ".traineddata"), ignored)) {
    return settings;
  }
  settings.model = model;
  settings.model_folder = folder;
  return settings;
}

}  // namespace sohoa
