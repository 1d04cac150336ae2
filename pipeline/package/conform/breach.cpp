#include "pipeline/package/conform/breach.h"

namespace sohoa {

namespace {

/// The text with each {name} replaced by its value; once, so that a value is never read as one.
std::string filled(const std::string& text,
                   const std::vector<std::pair<std::string, std::string>>& values) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find('{', at);
    const std::size_t close = text.find('}', open);
    if (open == std::string::npos || close == std::string::npos) return result + text.substr(at);
    result += text.substr(at, open - at);
    const std::string name = text.substr(open + 1, close - open - 1);
    for (const auto& [known, value] : values) {
      if (known == name) result += value;
    }
    at = close + 1;
  }
  return result;
}

}  // namespace

Finding finding_of(const Breach& breach, Language language) {
  std::vector<std::pair<std::string, std::string>> values = breach.values;
  if (!breach.pages.empty()) values.emplace_back("pages", list_of_pages(breach.pages, language));
  const Rule& rule = breach.rule->rule;
  return {breach.code,
          breach.rule->severity,
          breach.subject,
          filled(rule.reason.in(language), values),
          rule.remedy.in(language),
          std::nullopt};
}

std::string list_of_pages(const std::vector<int>& pages, Language language) {
  std::string list;
  for (std::size_t i = 0; i < pages.size();) {
    std::size_t last = i;
    while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
    if (!list.empty()) list += ", ";
    list += std::to_string(pages[i]);
    if (last > i) list.append("-").append(std::to_string(pages[last]));
    i = last + 1;
  }
  if (language == Language::kVietnamese) return "trang " + list;
  return (pages.size() == 1 ? "page " : "pages ") + list;
}

}  // namespace sohoa
