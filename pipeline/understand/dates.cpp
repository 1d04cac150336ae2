#include "pipeline/understand/dates.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

#include "models/papers/identifiers.h"
#include "pipeline/base/text.h"

namespace sohoa {

namespace {

constexpr int kYearMin = 1900;
constexpr int kYearMax = 2199;
constexpr std::size_t kDigitsOfDay = 2;
constexpr std::size_t kDigitsOfYear = 4;

struct Number {
  int value = -1;  // −1: no number
  std::size_t digits = 0;
  bool repaired = false;
};

// Digits of print, with the letters that readers take them for.
Number number_of(std::string_view word) {
  static constexpr std::string_view kLetters = "oqdilj|!sbzga";
  static constexpr std::string_view kDigits = "0001111158294";
  Number number;
  int value = 0, true_digits = 0;
  while (!word.empty() && std::string_view(",.;:").find(word.back()) != word.npos) {
    word.remove_suffix(1);
  }
  const Letters letters = letters_of(word);
  // "/5" is half a number.
  if (letters.size() != to_code_points(word).size()) return {};
  for (const Letter& letter : letters) {
    const bool digit = letter.base >= '0' && letter.base <= '9';
    const std::size_t at = kLetters.find(letter.base);
    if (!digit && at == kLetters.npos) return {};
    value = value * 10 + ((digit ? letter.base : kDigits[at]) - '0');
    number.repaired |= !digit;
    true_digits += digit ? 1 : 0;
    if (++number.digits > kDigitsOfYear) return {};
  }
  if (true_digits == 0) return {};
  number.value = value;
  return number;
}

bool is_like(std::string_view word, std::string_view wanted) {
  constexpr double kAlike = 0.78;
  return likeness(letters_of(word), letters_of(wanted), kAlike) > 0;
}

/// A number that was read as several words: "20 26".
Number number_between(const ViewLine& line, std::size_t first, std::size_t end) {
  std::string together;
  for (std::size_t i = first; i < end; ++i) together += line.words[i].word.text;
  return number_of(together);
}

int day_of(const Number& number) {
  return number.digits <= kDigitsOfDay && number.value >= 1 && number.value <= 31 ? number.value
                                                                                  : 0;
}

int month_of(const Number& number) {
  return number.digits <= kDigitsOfDay && number.value >= 1 && number.value <= 12 ? number.value
                                                                                  : 0;
}

int year_of(const Number& number) {
  return number.value >= kYearMin && number.value <= kYearMax ? number.value : 0;
}

std::size_t find_word(const ViewLine& line, std::size_t from, std::string_view wanted) {
  for (std::size_t i = from; i < line.words.size(); ++i) {
    if (is_like(line.words[i].word.text, wanted)) return i;
  }
  return line.words.size();
}

bool makes_a_date(const Day& day) {
  return !day.is_whole() || is_date(day.year, day.month, day.day);
}

/// Numbers between separators of one kind: 04/02/2026.
std::optional<Day> read_separated(std::string_view text) {
  std::vector<int> numbers;
  std::vector<std::size_t> digits;
  bool in_number = false;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      if (!in_number) {
        numbers.push_back(0);
        digits.push_back(0);
      }
      in_number = true;
      if (++digits.back() > kDigitsOfYear) return std::nullopt;
      numbers.back() = numbers.back() * 10 + (c - '0');
    } else if (std::string_view("/-. ").find(c) != std::string_view::npos) {
      in_number = false;
    } else {
      return std::nullopt;
    }
  }
  if (numbers.empty() || numbers.size() > 3 || digits.back() != kDigitsOfYear) return std::nullopt;
  std::array<int, 3> parts{};  // day, month, year
  std::copy_backward(numbers.begin(), numbers.end(), parts.end());
  const Day day{parts[2], parts[1], parts[0]};
  const bool years = day.year >= kYearMin && day.year <= kYearMax;
  const bool months = numbers.size() < 2 || (day.month >= 1 && day.month <= 12);
  if (!years || !months || !makes_a_date(day) || (numbers.size() == 3 && day.day == 0)) {
    return std::nullopt;
  }
  return day;
}

std::optional<Day> read_spelled(std::string_view text) {
  ViewLine line;
  for (const std::string& word : split_words(text)) {
    ViewWord view;
    view.word.text = word;
    line.words.push_back(view);
  }
  const std::optional<SpelledDate> found = find_spelled_date(line);
  if (!found || !found->day.is_whole()) return std::nullopt;
  return found->day;
}

}  // namespace

std::string iso_of(const Day& day) {
  if (!day.is_whole()) return {};
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", day.year, day.month, day.day);
  return text.data();
}

std::optional<Day> read_day(std::string_view text) {
  while (!text.empty() && std::string_view(" .,;:").find(text.back()) != text.npos) {
    text.remove_suffix(1);
  }
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  if (const std::optional<Day> separated = read_separated(text)) return separated;
  return read_spelled(text);
}

std::optional<SpelledDate> find_spelled_date(const ViewLine& line) {
  const std::size_t month_word = find_word(line, 0, "tháng");
  const std::size_t year_word = find_word(line, month_word + 1, "năm");
  if (year_word >= line.words.size() || year_word + 1 >= line.words.size()) return std::nullopt;
  std::size_t day_word = month_word;
  for (std::size_t i = 0; i < month_word; ++i) {
    const std::string& word = line.words[i].word.text;
    // "Quảng Ngãi, ngày": the place is not it.
    if (word.find(',') == std::string::npos && is_like(word, "ngày")) day_word = i;
  }
  const bool has_day_word = day_word < month_word;
  const Number day = has_day_word ? number_between(line, day_word + 1, month_word) : Number{};
  const Number month = number_between(line, month_word + 1, year_word);
  std::size_t end = year_word + 2;
  Number year = number_between(line, year_word + 1, end);
  if (year_of(year) == 0 && end < line.words.size())
    year = number_between(line, year_word + 1, ++end);
  if (year_of(year) == 0) return std::nullopt;
  SpelledDate date;
  date.day = {year_of(year), month_of(month), day_of(day)};
  if (!makes_a_date(date.day)) date.day.day = 0;
  date.first_word = has_day_word ? day_word : month_word;
  date.word_end = end;
  // Decree 30 writes days with two digits: of one, the other may be lost.
  const bool digit_lost = date.day.day > 0 && day.digits < kDigitsOfDay;
  date.repaired = day.repaired || month.repaired || year.repaired || digit_lost;
  return date;
}

}  // namespace sohoa
