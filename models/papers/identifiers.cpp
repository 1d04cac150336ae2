#include "models/papers/identifiers.h"

#include <algorithm>
#include <chrono>

namespace sohoa {

std::optional<PersonalNumber> personal_number(const std::string& text) {
  constexpr std::size_t kDigits = 12;
  const bool digits =
      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (text.size() != kDigits || !digits) return std::nullopt;
  // Two values a century, from the 1900s on: even for men, odd for women.
  const int century_and_sex = text[3] - '0';
  PersonalNumber number;
  number.province = text.substr(0, 3);
  number.sex = century_and_sex % 2 == 0 ? Sex::kMale : Sex::kFemale;
  number.birth_year = 1900 + century_and_sex / 2 * 100 + (text[4] - '0') * 10 + (text[5] - '0');
  return number;
}

bool is_date(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1) return false;
  return std::chrono::year_month_day(std::chrono::year(year),
                                     std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

}  // namespace sohoa
