#pragma once

#include <cstdint>
#include <string>

namespace sohoa {

// Moments are seconds since 1970-01-01T00:00:00Z. They are written in Vietnam's time, whatever TZ.

/// `25/11/2026 09:30:00 +07:00`, as a visible signature shows it.
std::string shown_time(std::int64_t seconds);

/// `D:20261125093000+07'00'`, of a PDF.
std::string pdf_time(std::int64_t seconds);

/// `2026-11-25T09:30:00+07:00`
std::string iso_time(std::int64_t seconds);

/// `2026-11-25T09:30:00+07:00`, or with Z, or with no zone (Vietnam's time). Throws Error (kUsage).
std::int64_t time_of_iso(const std::string& text);

/// A PDF's date as it may stand in any file; 0 for none that can be understood.
std::int64_t time_of_pdf(const std::string& text);

}  // namespace sohoa
