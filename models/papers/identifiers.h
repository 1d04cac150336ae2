#pragma once

#include <optional>
#include <string>

namespace sohoa {

enum class Sex { kMale, kFemale };

/// What the twelve digits of a personal number (số định danh cá nhân) tell: decree 137/2015, art.
/// 13; circular 59/2021 of the Ministry of Public Security, art. 4.
struct PersonalNumber {
  std::string province;  // three digits, of birth registration; abroad: of the country
  Sex sex = Sex::kMale;
  int birth_year = 0;
};

/// None when the text is not twelve digits.
std::optional<PersonalNumber> personal_number(const std::string& text);

/// Whether year, month and day make a date of the Gregorian calendar.
bool is_date(int year, int month, int day);

}  // namespace sohoa
