#include "pipeline/recognize/own_models.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <string_view>

namespace sohoa {

namespace {

struct OwnModel {
  std::string_view asked, model, language;
};

constexpr std::array<OwnModel, 3> kOwnModels = {{{"vie", "vie_sohoa_fast", "vie"},
                                                 {"vie_sohoa_fast", "vie_sohoa_fast", "vie"},
                                                 {"vie_sohoa", "vie_sohoa", "vie"}}};

std::filesystem::path own_folder() {
  const char* chosen = std::getenv("SOHOA_MODELS");
  return chosen != nullptr && *chosen != '\0' ? chosen : SOHOA_MODELS_FOLDER;
}

}  // namespace

ReaderSettings with_own_model(ReaderSettings settings) {
  if (!settings.model_folder.empty()) return settings;
  const std::filesystem::path folder = own_folder();
  for (const OwnModel& own : kOwnModels) {
    std::error_code ignored;
    const std::string file = std::string(own.model) + ".traineddata";
    if (own.asked != settings.language ||
        !std::filesystem::is_regular_file(folder / file, ignored)) {
      continue;
    }
    settings.language = own.language;
    settings.model = own.model;
    settings.model_folder = folder;
    break;
  }
  return settings;
}

}  // namespace sohoa
