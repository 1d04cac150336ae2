#pragma once

#include <optional>
#include <string>

#include "models/record/geometry.h"

namespace sohoa {

enum class Severity {
  kInfo,     // for the record
  kWarning,  // look at it when there is time
  kError     // a person must act
};

/// Something the program noticed about a page, a paper or a dossier. Data, not an exception. No
/// recognized text in it: findings go to logs.
struct Finding {
  std::string code;  // stable, dotted: "page.resolution-low"
  Severity severity = Severity::kInfo;
  std::string subject;       // "scans/0007.tif page 2"
  std::string reason;        // "scanned at 150 dpi, 200 are asked for"
  std::string remedy;        // "scan it again at 300 dpi"; may be empty
  std::optional<Box> where;  // upright page pixels
};

/// `subject: reason; remedy`
inline std::string message_of(const Finding& finding) {
  std::string line = finding.subject + ": " + finding.reason;
  if (!finding.remedy.empty()) line += "; " + finding.remedy;
  return line;
}

}  // namespace sohoa
