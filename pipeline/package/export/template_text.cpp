#include "pipeline/package/export/template_text.h"

namespace sohoa {

std::string filled(const std::string& form, const TemplateWords& words) {
  std::string text;
  std::size_t at = 0;
  while (at < form.size()) {
    const std::size_t end = form[at] == '{' ? form.find('}', at) : std::string::npos;
    const auto word =
        end == std::string::npos ? words.end() : words.find(form.substr(at + 1, end - at - 1));
    if (word == words.end()) {
      text += form[at++];
      continue;
    }
    text += word->second;
    at = end + 1;
  }
  return text;
}

}  // namespace sohoa
