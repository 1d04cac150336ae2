#include "pipeline/understand/codes/members.h"

#include <algorithm>

#include "models/papers/identifiers.h"

namespace sohoa {

namespace {

constexpr std::string_view kWhite = " \t\r\n";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

int number_of(std::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

/// Takes digits off the front; false when there are too few.
bool take_digits(std::string_view& text, std::size_t least, std::size_t most) {
  std::size_t count = 0;
  while (count < text.size() && count < most && is_digit(text[count])) ++count;
  if (count < least) return false;
  text.remove_prefix(count);
  return true;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

/// `H26.1.234-260930-0012`: up to three groups after the province.
bool is_newer_dossier_code(std::string_view text) {
  constexpr int kGroupsMax = 3;
  constexpr std::size_t kCounterDigitsMax = 12;
  if (text.empty() || !is_capital(text.front())) return false;
  text.remove_prefix(1);
  if (!take_digits(text, 2, 2)) return false;
  for (int group = 0; group < kGroupsMax && take(text, '.'); ++group) {
    if (!take_digits(text, 1, 3)) return false;
  }
  return take(text, '-') && take_digits(text, 6, 6) && take(text, '-') &&
         take_digits(text, 4, kCounterDigitsMax) && text.empty();
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kWhite);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kWhite) - first + 1);
}

std::vector<std::string> members_of(std::string_view text, char separator) {
  std::vector<std::string> members;
  while (true) {
    const std::size_t end = text.find(separator);
    members.emplace_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return members;
    text.remove_prefix(end + 1);
  }
}

bool is_like(std::string_view text, std::string_view pattern) {
  return std::equal(text.begin(), text.end(), pattern.begin(), pattern.end(), [](char c, char p) {
    return p == '9' ? is_digit(c) : p == 'A' ? is_capital(c) : c == p;
  });
}

bool is_digits(std::string_view text, std::size_t count) {
  return text.size() == count && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_dossier_code(std::string_view text) {
  return is_like(text, "999.99.99.A99-999999-9999") || is_newer_dossier_code(text);
}

bool is_procedure_code(std::string_view text) {
  return is_like(text, "9.999999") || is_like(text, "9.999999.999.99.99.A99");
}

std::string iso_date(std::string_view day_month_year) {
  if (!is_digits(day_month_year, 8)) return "";
  const std::string day(day_month_year.substr(0, 2)), month(day_month_year.substr(2, 2)),
      year(day_month_year.substr(4));
  if (!is_date(number_of(year), number_of(month), number_of(day))) return "";
  return year + '-' + month + '-' + day;
}

std::string iso_date_of_time(std::string_view text) {
  constexpr std::size_t kDateLength = 10;
  if (text.size() == 8) return iso_date(text);
  const std::string_view date = text.substr(0, kDateLength);
  const std::string_view rest = text.substr(date.size());
  if (!rest.empty() && std::string_view(" ,T").find(rest.front()) == std::string_view::npos) {
    return "";
  }
  if (rest.find_first_not_of(" ,T:.+-Z0123456789") != std::string_view::npos) return "";
  const auto part = [&](std::size_t at, std::size_t count) {
    return std::string(date.substr(at, count));
  };
  if (is_like(date, "99/99/9999")) return iso_date(part(0, 2) + part(3, 2) + part(6, 4));
  if (is_like(date, "9999-99-99")) return iso_date(part(8, 2) + part(5, 2) + part(0, 4));
  return "";
}

}  // namespace sohoa
