#pragma once

#include <array>
#include <string_view>

#include "pipeline/base/json.h"

namespace sohoa::test {

/// How often words were right that were given some confidence. Counts, so that pages add up.
struct Calibration {
  struct Bin {
    int words = 0;
    int right = 0;
    double confidence = 0;  // sum
  };
  std::array<Bin, 10> bins;  // of a tenth of confidence each
  Bin sure;                  // at least kSureConfidence

  Calibration& operator+=(const Calibration& other);
  bool empty() const;
};

inline constexpr double kSureConfidence = 0.99;

/// Of a page (sohoa.page/1) against its truth: a word is right when the truth has it and has it as
/// often. Words of which `{{…}}` tells are left out.
Calibration calibration_of(std::string_view truth, const Json& page);

}  // namespace sohoa::test
