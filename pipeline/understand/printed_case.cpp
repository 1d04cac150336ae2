#include "pipeline/understand/printed_case.h"

#include "pipeline/base/text.h"
#include "pipeline/understand/letters.h"

namespace sohoa {

namespace {

constexpr double kCapitalsMin = 0.8;
constexpr char kPunctuation[] = " .,;:-";

}  // namespace

std::string in_sentence_case(const std::string& text) {
  if (capital_share(text) < kCapitalsMin) return text;
  const std::string small = case_folded(text);
  const std::size_t first = small.find(' ');
  if (first == std::string::npos) return capitalized(small);
  return capitalized(small.substr(0, first)) + small.substr(first);
}

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(kPunctuation);
  if (first == std::string::npos) return {};
  std::string inner = text.substr(first, text.find_last_not_of(kPunctuation) - first + 1);
  // The end of a bracket that began before.
  const bool odd = inner.ends_with(')') && inner.find('(') == std::string::npos;
  if (odd) inner.pop_back();
  return inner;
}

}  // namespace sohoa
