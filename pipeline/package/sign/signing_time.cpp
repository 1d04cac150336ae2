#include "pipeline/package/sign/signing_time.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <regex>

#include "pipeline/base/error.h"

namespace sohoa {

namespace {

constexpr int kVietnamHours = 7;
constexpr int kTimeFields = 6;
constexpr std::size_t kZoneBytesMax = 16;
constexpr int kZoneMinutesMax = 14 * 60;
constexpr int kYearMin = 1970, kYearMax = 9998;  // in every zone four digits

/// A civil time and how far its zone is ahead of UTC.
struct CivilTime {
  int year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0;
  int zone_minutes = 60 * kVietnamHours;
};

CivilTime civil_time(std::int64_t seconds) {
  using namespace std::chrono;
  const sys_seconds local{std::chrono::seconds(seconds) + hours(kVietnamHours)};
  const sys_days date = floor<days>(local);
  const year_month_day ymd(date);
  const hh_mm_ss clock(local - date);
  CivilTime time;
  time.year = static_cast<int>(ymd.year());
  time.month = static_cast<int>(static_cast<unsigned>(ymd.month()));
  time.day = static_cast<int>(static_cast<unsigned>(ymd.day()));
  time.hour = static_cast<int>(clock.hours().count());
  time.minute = static_cast<int>(clock.minutes().count());
  time.second = static_cast<int>(clock.seconds().count());
  return time;
}

std::optional<std::int64_t> moment_of(const CivilTime& time) {
  using namespace std::chrono;
  const year_month_day date(year(time.year), month(static_cast<unsigned>(time.month)),
                            day(static_cast<unsigned>(time.day)));
  const bool sound = date.ok() && time.hour >= 0 && time.hour < 24 && time.minute >= 0 &&
                     time.minute < 60 && time.second >= 0 && time.second < 60 &&
                     time.year >= kYearMin && time.year <= kYearMax &&
                     std::abs(time.zone_minutes) <= kZoneMinutesMax;
  if (!sound) return std::nullopt;
  const auto moment = sys_days(date) + hours(time.hour) + minutes(time.minute - time.zone_minutes) +
                      seconds(time.second);
  return duration_cast<seconds>(moment.time_since_epoch()).count();
}

template <class... Parts>
std::string written(const char* format, Parts... parts) {
  char text[64];
  std::snprintf(text, sizeof text, format, parts...);
  return text;
}

/// The zone behind a date: +07:00, +07'00', Z, or nothing, which is Vietnam's. Nothing else.
std::optional<int> zone_minutes(const std::string& text) {
  static const std::regex kOffset("([+-])(\\d\\d)(?:[:']?(\\d\\d)'?)?");
  if (text.empty()) return 60 * kVietnamHours;
  if (text == "Z" || text == "Z00'00'" || text == "Z00'00") return 0;
  std::smatch parts;
  if (text.size() > kZoneBytesMax || !std::regex_match(text, parts, kOffset)) return std::nullopt;
  const int minutes = 60 * std::stoi(parts[2]) + (parts[3].matched ? std::stoi(parts[3]) : 0);
  return parts[1] == "-" ? -minutes : minutes;
}

}  // namespace

std::string shown_time(std::int64_t seconds) {
  const CivilTime t = civil_time(seconds);
  return written("%02d/%02d/%04d %02d:%02d:%02d +07:00", t.day, t.month, t.year, t.hour, t.minute,
                 t.second);
}

std::string pdf_time(std::int64_t seconds) {
  const CivilTime t = civil_time(seconds);
  return written("D:%04d%02d%02d%02d%02d%02d+07'00'", t.year, t.month, t.day, t.hour, t.minute,
                 t.second);
}

std::string iso_time(std::int64_t seconds) {
  const CivilTime t = civil_time(seconds);
  return written("%04d-%02d-%02dT%02d:%02d:%02d+07:00", t.year, t.month, t.day, t.hour, t.minute,
                 t.second);
}

std::int64_t time_of_iso(const std::string& text) {
  CivilTime t;
  int end = 0;
  const int fields = std::sscanf(text.c_str(), "%4d-%2d-%2d%*[T ]%2d:%2d:%2d%n", &t.year, &t.month,
                                 &t.day, &t.hour, &t.minute, &t.second, &end);
  std::optional<std::int64_t> moment;
  const std::optional<int> zone = fields == kTimeFields
                                      ? zone_minutes(text.substr(static_cast<std::size_t>(end)))
                                      : std::nullopt;
  if (zone) {
    t.zone_minutes = *zone;
    moment = moment_of(t);
  }
  if (!moment) {
    throw Error(ExitCode::kUsage, text, "is no time", "write it as 2026-11-25T09:30:00+07:00");
  }
  return *moment;
}

std::int64_t time_of_pdf(const std::string& text) {
  CivilTime t;
  int end = 0;
  const int fields = std::sscanf(text.c_str(), "D:%4d%2d%2d%2d%2d%2d%n", &t.year, &t.month, &t.day,
                                 &t.hour, &t.minute, &t.second, &end);
  if (fields < 3) return 0;
  // Other programs write what they like there; then it is taken for Vietnam's.
  if (fields == kTimeFields) {
    const std::optional<int> zone = zone_minutes(text.substr(static_cast<std::size_t>(end)));
    t.zone_minutes = zone.value_or(t.zone_minutes);
  }
  return moment_of(t).value_or(0);
}

}  // namespace sohoa
