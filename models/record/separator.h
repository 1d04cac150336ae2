#pragma once

#include <string>
#include <string_view>

namespace sohoa {

// What a separator sheet carries: a QR code `SOHOA1|separator|DOSSIER|KIND`, either of which may be
// empty, and, for scanners that part stacks themselves, the Code 39 of patch sheets.
inline constexpr std::string_view kSeparatorMark = "SOHOA1|separator|";
inline constexpr std::string_view kPatchText = "PATCHT";

/// Where a new paper begins, and what is known of it.
struct SeparatorCode {
  std::string dossier_code;  // empty: none
  std::string kind_code;     // id of a kind of paper; empty: none
};

/// The text of the QR code.
inline std::string separator_text(const SeparatorCode& code) {
  return std::string(kSeparatorMark) + code.dossier_code + '|' + code.kind_code;
}

}  // namespace sohoa
