#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/understand/page_view.h"

namespace sohoa {

/// A day of the Gregorian calendar; 0 for what is not known.
struct Day {
  int year = 0;
  int month = 0;
  int day = 0;

  bool is_whole() const { return year > 0 && month > 0 && day > 0; }
};

/// "2026-02-04"; "" unless whole.
std::string iso_of(const Day& day);

/// A date as people write it: 04/02/2026, 4-2-2026, 04.02.2026, "ngày 4 tháng 2 năm 2026", and
/// 2026 or 02/2026 alone. None for what is no date of the calendar.
std::optional<Day> read_day(std::string_view text);

/// "…, ngày 04 tháng 02 năm 2026" in a line.
struct SpelledDate {
  Day day;                     // what could not be read is 0
  std::size_t first_word = 0;  // "ngày"
  std::size_t word_end = 0;
  bool repaired = false;  // a digit stands for a letter that was read
};

/// The first of the line; none without "tháng" and "năm", or without a year.
std::optional<SpelledDate> find_spelled_date(const ViewLine& line);

}  // namespace sohoa
