#pragma once

#include <compare>
#include <string>
#include <tuple>
#include <vector>

namespace sohoa {

/// A date as archives write it, or the part of it that is known.
struct ArchiveDate {
  int year = 0;   // 0: it is no date
  int month = 0;  // 0: not known
  int day = 0;

  std::strong_ordering operator<=>(const ArchiveDate& other) const {
    return std::tie(year, month, day) <=> std::tie(other.year, other.month, other.day);
  }
};

/// Reads "23/11/2026", "11/2026" or "2026", if `forms` has "DD/MM/YYYY", "MM/YYYY" or "YYYY". A day
/// that the calendar does not have is no date.
ArchiveDate archive_date(const std::string& text, const std::vector<std::string>& forms);

/// "2026-11-23" → "23/11/2026"; anything else stays as it is.
std::string archive_text_of_iso(const std::string& date);

/// The job's time as XML of the archives has it, in Vietnam's zone whatever zone it was told in:
/// "2026-11-23T08:00:00Z" → "2026-11-23T15:00:00.000+07:00". Empty when it is no time.
std::string archive_time(const std::string& job_time);

}  // namespace sohoa
