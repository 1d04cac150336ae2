#include "pipeline/package/export/archive_date.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string_view>

namespace sohoa {

namespace {

/// The digits of `text` where `shape` has a letter, as a number; the other characters must be the
/// same.
std::optional<int> number_at(std::string_view text, std::string_view shape, char letter) {
  std::string digits;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    if (shape[i] == letter) digits += text[i];
  }
  int value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty()) return 0;
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size()) return std::nullopt;
  return value;
}

bool fits(std::string_view text, std::string_view shape) {
  return text.size() == shape.size() &&
         std::equal(text.begin(), text.end(), shape.begin(), [](char c, char form) {
           const bool letter = form >= 'A' && form <= 'Z';
           return letter ? c >= '0' && c <= '9' : c == form;
         });
}

bool in_calendar(const ArchiveDate& date) {
  if (date.year < 1) return false;
  if (date.month == 0) return true;
  const auto day = static_cast<unsigned>(std::max(1, date.day));
  return std::chrono::year_month_day(std::chrono::year(date.year),
                                     std::chrono::month(static_cast<unsigned>(date.month)),
                                     std::chrono::day(day))
      .ok();
}

ArchiveDate date_by(std::string_view text, std::string_view shape) {
  if (!fits(text, shape)) return {};
  const ArchiveDate date{number_at(text, shape, 'Y').value_or(0),
                         number_at(text, shape, 'M').value_or(0),
                         number_at(text, shape, 'D').value_or(0)};
  const bool whole = (shape.find('M') == std::string_view::npos || date.month > 0) &&
                     (shape.find('D') == std::string_view::npos || date.day > 0);
  return whole && in_calendar(date) ? date : ArchiveDate{};
}

/// Minutes east of Greenwich; nothing when it is no zone.
std::optional<int> zone_minutes(std::string_view zone) {
  if (zone == "Z") return 0;
  if (zone.empty()) return std::nullopt;
  if (!fits(zone.substr(1), "HH:MM")) return std::nullopt;
  const int minutes = number_at(zone.substr(1), "HH:MM", 'H').value_or(0) * 60 +
                      number_at(zone.substr(1), "HH:MM", 'M').value_or(0);
  if (zone.front() == '+') return minutes;
  return zone.front() == '-' ? std::optional<int>(-minutes) : std::nullopt;
}

}  // namespace

ArchiveDate archive_date(const std::string& text, const std::vector<std::string>& forms) {
  for (const std::string& form : forms) {
    const ArchiveDate date = date_by(text, form);
    if (date.year > 0) return date;
  }
  return {};
}

std::string archive_text_of_iso(const std::string& date) {
  if (date_by(date, "YYYY-MM-DD").year == 0) return date;
  return date.substr(8, 2) + '/' + date.substr(5, 2) + '/' + date.substr(0, 4);
}

std::string archive_time(const std::string& job_time) {
  constexpr std::string_view kShape = "YYYY-MM-DDThh:mm:ss";
  constexpr std::string_view kNumbers = "YYYY-MM-DD/HH:NN:SS";  // a letter each
  constexpr int kVietnam_minutes = 7 * 60;
  const std::string_view text = job_time;
  if (text.size() < kShape.size() || text[10] != 'T') return {};
  std::string numbers(text.substr(0, kNumbers.size()));
  numbers[10] = '/';
  const ArchiveDate date = date_by(numbers.substr(0, 10), "YYYY-MM-DD");
  const std::optional<int> zone = zone_minutes(text.substr(kShape.size()));
  if (date.year == 0 || !zone || !fits(numbers, kNumbers)) return {};
  using namespace std::chrono;
  const sys_seconds moment =
      sys_days(year(date.year) / month(static_cast<unsigned>(date.month)) /
               day(static_cast<unsigned>(date.day))) +
      hours(*number_at(numbers, kNumbers, 'H')) + minutes(*number_at(numbers, kNumbers, 'N')) +
      seconds(*number_at(numbers, kNumbers, 'S')) + minutes(kVietnam_minutes - *zone);
  const sys_days midnight = floor<days>(moment);
  const year_month_day local(midnight);
  const hh_mm_ss clock(moment - midnight);
  char written[40];
  std::snprintf(written, sizeof written, "%04d-%02u-%02uT%02d:%02d:%02d.000+07:00",
                static_cast<int>(local.year()), static_cast<unsigned>(local.month()),
                static_cast<unsigned>(local.day()), static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return written;
}

}  // namespace sohoa
