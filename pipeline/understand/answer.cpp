#include "pipeline/understand/answer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "models/papers/identifiers.h"
#include "pipeline/base/text.h"
#include "pipeline/base/words.h"
#include "pipeline/understand/dates.h"
#include "pipeline/understand/document_number.h"
#include "pipeline/understand/field_judgement.h"
#include "pipeline/understand/letters.h"
#include "pipeline/understand/person_name.h"
#include "pipeline/understand/printed_case.h"

namespace sohoa {

namespace {

constexpr std::array<std::size_t, 2> kPersonalNumberDigits = {12, 9};
constexpr double kCapitalsMin = 0.6;
constexpr std::size_t kPhoneDigitsMin = 8;
constexpr std::size_t kPhoneDigitsMax = 12;

struct Reading {
  std::string text;  // empty: nothing of the type
  bool repaired = false;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits, and letters that stand for them, without what parts groups.
Reading digits_of(std::string_view text) {
  static constexpr std::string_view kLetters = "OoQDlIiJ|SsBZ";
  static constexpr std::string_view kDigits = "0000111115582";
  Reading digits;
  for (const char c : text) {
    if (is_digit(c)) {
      digits.text += c;
    } else if (const std::size_t at = kLetters.find(c); at != std::string_view::npos) {
      digits.text += kDigits[at];
      digits.repaired = true;
    } else if (std::string_view(" .-,").find(c) == std::string_view::npos) {
      break;
    }
  }
  return digits;
}

Reading personal_number_of(const std::string& value) {
  // The number may stand among words: "CCCD số 046192996092 do … cấp".
  for (const std::size_t wanted : kPersonalNumberDigits) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (!is_digit(value[i]) || (i > 0 && is_digit(value[i - 1]))) continue;
      std::size_t end = i;
      while (end < value.size() && is_digit(value[end])) ++end;
      if (end - i == wanted) return {value.substr(i, wanted), false};
    }
  }
  const Reading digits = digits_of(value);
  const bool fits = std::find(kPersonalNumberDigits.begin(), kPersonalNumberDigits.end(),
                              digits.text.size()) != kPersonalNumberDigits.end();
  return fits ? digits : Reading{};
}

/// The first words that make a date, the longest first.
Reading date_of(const std::string& value) {
  // The label may have taken the word "ngày".
  const bool bare = !value.empty() && is_digit(value.front());
  const std::vector<std::string> words = split_words(bare ? "ngày " + value : value);
  constexpr std::size_t kWordsMax = 7;  // "ngày 4 tháng 2 năm 2026,"
  for (std::size_t first = 0; first < words.size(); ++first) {
    for (std::size_t count = std::min(kWordsMax, words.size() - first); count > 0; --count) {
      const auto begin = words.begin() + static_cast<std::ptrdiff_t>(first);
      const std::optional<Day> day =
          read_day(joined({begin, begin + static_cast<std::ptrdiff_t>(count)}, " "));
      if (day && day->is_whole()) return {iso_of(*day), false};
    }
  }
  return {};
}

Reading year_of(const std::string& value) {
  for (const std::string& word : split_words(value)) {
    const std::optional<Day> day = read_day(word);
    if (day) return {std::to_string(day->year), false};
  }
  return {};
}

Reading sex_of(const std::string& value) {
  for (const std::string& word : split_words(value)) {
    const Letters letters = letters_of(word);
    if (letters == letters_of("nam")) return {"Nam", false};
    if (letters.size() == 2 && letters[0].base == 'n' && letters[1].base == 'u') {
      return {"Nữ", letters != letters_of("nữ")};
    }
  }
  return {};
}

/// The first number with its comma; dots that part thousands taken out.
Reading number_of(const std::string& value) {
  std::size_t first = 0;
  while (first < value.size() && !is_digit(value[first])) ++first;
  std::string number;
  for (std::size_t i = first; i < value.size(); ++i) {
    const bool followed = i + 1 < value.size() && is_digit(value[i + 1]);
    if (is_digit(value[i]) || (value[i] == ',' && followed)) {
      number += value[i];
    } else if (value[i] != '.' || !followed) {
      break;
    }
  }
  return {number, false};
}

Reading phone_of(const std::string& value) {
  const Reading digits = digits_of(value);
  const bool fits = digits.text.size() >= kPhoneDigitsMin && digits.text.size() <= kPhoneDigitsMax;
  return fits ? digits : Reading{};
}

Reading name_of(const std::string& value) {
  // "Nguyễn Văn An, sinh năm 1970"
  const std::string name = normalized_name(trimmed(value.substr(0, value.find_first_of(",;("))));
  if (looks_like_name(name)) return {name, false};
  // Amid a sentence it ends with the capitals.
  std::vector<std::string> words = split_words(name);
  while (words.size() > 1 && !looks_like_name(joined(words, " "))) words.pop_back();
  return words.size() > 1 ? Reading{normalized_name(joined(words, " ")), false} : Reading{};
}

/// The leading words that have a digit or are in capitals: "AA 09944677, cấp ngày …".
Reading document_number_of(const std::string& value) {
  std::vector<std::string> words;
  for (const std::string& word : split_words(value.substr(0, value.find(',')))) {
    const bool of_number = word.find_first_of("0123456789") != std::string::npos ||
                           letters_of(word).empty() || capital_share(word) > kCapitalsMin;
    if (!of_number) break;
    words.push_back(word);
  }
  const std::string text = trimmed(joined(words, " "));
  // "47 /QĐ-UBND"
  const std::optional<DocumentNumber> number = read_document_number(text, {});
  const bool office = number && !number->number.empty() && !number->symbol.empty();
  return {office ? number->text() : text, false};
}

/// Without a code in brackets, "(mã TTHC 1.009936)", and what another language says after a slash.
std::string without_aside(const std::string& value) {
  return value.substr(0, std::min(value.find(" (mã"), value.find(" / ")));
}

Reading reading_of(FieldType type, const std::string& value) {
  switch (type) {
    case FieldType::kPerson:
      return name_of(value);
    case FieldType::kDate:
      return date_of(value);
    case FieldType::kYear:
      return year_of(value);
    case FieldType::kPersonalNumber:
      return personal_number_of(value);
    case FieldType::kSex:
      return sex_of(value);
    case FieldType::kNumber:
    case FieldType::kMoney:
      return number_of(value);
    case FieldType::kPhone:
      return phone_of(value);
    case FieldType::kDocumentNumber:
      return document_number_of(value);
    default:
      return {trimmed(without_aside(value)), false};
  }
}

}  // namespace

void read_answer(FieldType type, Field& field) {
  const Reading reading = reading_of(type, field.value);
  field.normalized = reading.text;
  if (field.value.empty()) {
    field.doubt = FieldDoubt::kNotFound;
  } else if (reading.text.empty()) {
    field.doubt = FieldDoubt::kPatternNotMet;
  }
  if (reading.repaired) field.confidence *= kRepairedShare;
}

}  // namespace sohoa
