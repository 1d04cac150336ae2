#pragma once

#include <string>
#include <vector>

#include "samples/sheet.h"

namespace sohoa {

/// Cells 7–9: receivers on the left; on the right authority, signature, seal over the signature's
/// left third, name.
struct Closing {
  std::vector<std::string> receivers;  // none: no "Nơi nhận"
  std::vector<std::string> authority;  // "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"
  std::string name;
  std::string seal_rim;  // empty: no seal
  std::string seal_heart;
  std::string place_and_date;  // above the authority, in italics; may be empty
  double left_mm = 100;        // of the signer's column
  double width_mm = 92;
};

inline constexpr double kClosingHeightMm = 52;

/// Returns the y below.
double draw_closing(Sheet& sheet, const Closing& closing, double top);

}  // namespace sohoa
