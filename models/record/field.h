#pragma once

#include <string>

#include "models/record/geometry.h"

namespace sohoa {

enum class FieldMethod { kPrint, kQr, kMrz, kCrossChecked };

/// Why a person must look at a field.
enum class FieldDoubt { kNone, kNotFound, kLowConfidence, kPatternNotMet };

/// One value taken from a paper, with its evidence.
struct Field {
  std::string name;        // "so_ky_hieu"
  std::string value;       // as printed
  std::string normalized;  // "2026-11-23"
  int page = 0;            // sequence
  Box box;                 // upright px of that page
  double confidence = 0;   // 0 … 1
  FieldMethod method = FieldMethod::kPrint;
  FieldDoubt doubt = FieldDoubt::kNone;
  bool by_hand = false;  // the ink there is handwriting
};

}  // namespace sohoa
