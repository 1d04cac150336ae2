#include <cstdlib>
#include <ctime>
#include <string_view>
#include <vector>

#include "cli/check_formats.h"
#include "cli/commands.h"
#include "cli/each_file.h"
#include "models/papers/profile.h"
#include "pipeline/package/conform/conform.h"

namespace sohoa {

namespace {

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).starts_with("vi") ? Language::kVietnamese : Language::kEnglish;
  }
  return Language::kEnglish;
}

}  // namespace

ExitCode run_check(const CheckCommand& command) {
  const Profile profile = load_profile(command.profile);
  const Language language = command.language.value_or(language_of_environment());
  const CheckSettings settings{command.declared, command.trust, std::time(nullptr)};
  return for_each_file("check", command.files, command.talk, [&](const auto& file) {
    const std::vector<Breach> breaches = check_conformance(file, profile, settings);
    if (command.format == CheckFormat::kJson) {
      print_check_json(file, profile, breaches);
    } else if (command.format == CheckFormat::kSarif) {
      print_check_sarif(file, breaches, language);
    } else {
      print_check_text(file, breaches, language, command.talk.level);
    }
    return breaches.empty() ? ExitCode::kDone : ExitCode::kAttention;
  });
}

}  // namespace sohoa
