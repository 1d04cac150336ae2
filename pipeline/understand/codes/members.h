#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sohoa {

/// Longer texts are of no office.
inline constexpr std::size_t kCodeTextBytesMax = 4096;

/// Without white space at both ends.
std::string_view trimmed(std::string_view text);

/// Pieces between separators, white space around them taken off; empty ones stay.
std::vector<std::string> members_of(std::string_view text, char separator);

/// Whether the text is like `pattern`: 9 stands for any digit, A for any capital, others for
/// themselves.
bool is_like(std::string_view text, std::string_view pattern);

bool is_digits(std::string_view text, std::size_t count);

/// Code of a dossier: circular 01/2018, art. 19, and with the head of decision 20/2020.
bool is_dossier_code(std::string_view text);

/// Code of an administrative procedure: `1.002891.000.00.00.H40`, `2.000635`.
bool is_procedure_code(std::string_view text);

/// `ddMMyyyy` as `yyyy-MM-dd`; empty when it is no date.
std::string iso_date(std::string_view day_month_year);

/// `dd/MM/yyyy` or `yyyy-MM-dd`, perhaps with a time after a space, a comma or a T, or eight digits
/// ddMMyyyy, as `yyyy-MM-dd`; empty when it is none.
std::string iso_date_of_time(std::string_view text);

}  // namespace sohoa
