#include <array>
#include <string_view>
#include <utility>

#include "pipeline/package/text_formats.h"

namespace sohoa {

namespace {

// Tesseract names its models by ISO 639-2 codes; BCP 47 wants the two letters where there are any.
constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kTags{
    {{"vie", "vi"},
     {"eng", "en"},
     {"fra", "fr"},
     {"rus", "ru"},
     {"chi_sim", "zh-Hans"},
     {"chi_tra", "zh-Hant"},
     {"lao", "lo"},
     {"khm", "km"},
     {"deu", "de"},
     {"jpn", "ja"},
     {"kor", "ko"}}};

}  // namespace

std::string language_tag(const std::string& language) {
  const std::string_view first = std::string_view(language).substr(0, language.find('+'));
  for (const auto& [name, tag] : kTags) {
    const bool is_model_of_it = first.starts_with(std::string(name) + "_");  // vie_sohoa
    if (name == first || is_model_of_it) return std::string(tag);
  }
  return {};
}

}  // namespace sohoa
