#include "cli/language.h"

#include <cstdlib>
#include <string_view>

namespace sohoa {

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).starts_with("vi") ? Language::kVietnamese : Language::kEnglish;
  }
  return Language::kEnglish;
}

const std::map<std::string, Language>& language_names() {
  static const std::map<std::string, Language> names = {{"vi", Language::kVietnamese},
                                                        {"en", Language::kEnglish}};
  return names;
}

}  // namespace sohoa
