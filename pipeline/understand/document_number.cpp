#include "pipeline/understand/document_number.h"

#include <algorithm>

#include "pipeline/base/text.h"
#include "pipeline/understand/letters.h"

namespace sohoa {

namespace {

constexpr std::size_t kNumberDigitsMax = 6;
constexpr double kTypeAlikeMin = 0.6;

/// Without white space; letters that look like Đ are one.
std::u32string tidy(std::string_view text) {
  std::u32string tidy;
  for (char32_t c : to_code_points(text)) {
    if (c == U' ' || c == 0xA0) continue;
    if (c == 0xD0 || c == 0x189) c = U'Đ';
    if (c == 0x2013 || c == 0x2014 || c == U'_') c = U'-';
    const bool twice = c == U'Đ' && !tidy.empty() && tidy.back() == U'Đ';
    if (!twice) tidy += c;
  }
  while (!tidy.empty() && std::u32string_view(U".,;:").find(tidy.back()) != tidy.npos) {
    tidy.pop_back();
  }
  while (!tidy.empty() && std::u32string_view(U".,;:").find(tidy.front()) != tidy.npos) {
    tidy.erase(0, 1);
  }
  return tidy;
}

bool is_number(std::u32string_view text) {
  if (text.empty() || text.size() > kNumberDigitsMax) return false;
  return std::all_of(text.begin(), text.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

bool is_year(std::u32string_view text) {
  return text.size() == 4 && is_number(text) &&
         (text.starts_with(U"19") || text.starts_with(U"20"));
}

bool is_symbol(std::u32string_view text) {
  if (text.empty()) return false;
  return std::all_of(text.begin(), text.end(), [](char32_t c) {
    return c == U'-' || c == U'&' || c == U'/' || c == U'.' || (c >= U'0' && c <= U'9') ||
           (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c > 0x7F;
  });
}

/// The known abbreviation that the symbol's first part is nearest to.
void mend_type(const std::vector<std::string>& abbreviations, DocumentNumber& number) {
  const std::size_t end = std::min(number.symbol.find('-'), number.symbol.size());
  const std::string type = number.symbol.substr(0, end);
  const Letters letters = letters_of(type);
  double best = kTypeAlikeMin;
  std::string mended;
  for (const std::string& abbreviation : abbreviations) {
    if (abbreviation == type) {
      number.type_known = true;
      return;
    }
    const double alike = likeness(letters, letters_of(abbreviation), best);
    if (alike <= best) continue;
    best = alike;
    mended = abbreviation;
  }
  if (mended.empty() || end == number.symbol.size()) return;
  number.symbol = mended + number.symbol.substr(end);
  number.type_known = true;
  number.repaired = true;
}

}  // namespace

std::string DocumentNumber::text() const { return symbol.empty() ? number : number + "/" + symbol; }

std::optional<DocumentNumber> read_document_number(std::string_view text,
                                                   const std::vector<std::string>& abbreviations) {
  const std::u32string whole = tidy(text);
  const std::size_t slash = whole.find(U'/');
  DocumentNumber number;
  if (slash == whole.npos) {
    if (!is_number(whole)) return std::nullopt;
    number.number = to_utf8(whole);
    return number;
  }
  std::u32string first = whole.substr(0, slash);
  std::u32string rest = whole.substr(slash + 1);
  const std::size_t second = rest.find(U'/');
  if (is_number(first)) number.number = to_utf8(first);
  if (second != rest.npos && is_year(rest.substr(0, second))) {
    if (!number.number.empty()) number.number += "/" + to_utf8(rest.substr(0, second));
    rest = rest.substr(second + 1);
  }
  if (!is_symbol(rest)) return std::nullopt;
  number.symbol = to_utf8(rest);
  mend_type(abbreviations, number);
  return number;
}

}  // namespace sohoa
