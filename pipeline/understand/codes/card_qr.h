#pragma once

#include <optional>
#include <string>

#include "models/papers/identifiers.h"

namespace sohoa {

/// What the QR code of an identity card says.
struct CardQr {
  std::string personal_number;  // 12 digits
  std::string old_number;       // 9 digits; empty: none
  std::string name;
  std::string birth_date;  // yyyy-MM-dd
  Sex sex = Sex::kMale;
  std::string residence;
  std::string issue_date;  // yyyy-MM-dd
  bool agrees = true;      // sex and year of birth are those that the number tells
};

/// number|old number|name|ddMMyyyy|sex|residence|ddMMyyyy, and perhaps more, which is left alone.
/// None when a member is not what stands in its place.
std::optional<CardQr> card_qr(const std::string& text);

}  // namespace sohoa
