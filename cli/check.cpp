#include <ctime>
#include <vector>

#include "cli/check_formats.h"
#include "cli/commands.h"
#include "cli/each_file.h"
#include "cli/language.h"
#include "models/papers/profile.h"
#include "pipeline/package/conform/conform.h"

namespace sohoa {

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
