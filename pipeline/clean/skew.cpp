#include <cmath>
#include <cstdio>

#include "pipeline/clean/profiles.h"
#include "pipeline/clean/reduced.h"
#include "pipeline/clean/steps.h"

namespace sohoa {

namespace {

constexpr double kProfileDpi = 100;
constexpr double kCoarseDegrees = 0.25;
constexpr double kFineDegrees = 0.02;
constexpr double kTurnDegreesMin = 1.0;   // readers follow a line that leans less; turning blurs it
constexpr double kCrookedDegreesMin = 3;  // worth telling the operator

}  // namespace

/// Measures how far lines of text lean, and decides whether that is worth resampling the page.
void find_skew(Draft& draft) {
  if (draft.result.quality.blank) return;
  const StripProfiles profiles(255 - reduced(draft, kProfileDpi).grey);
  Lean best = find_lean(profiles, kCoarseDegrees);
  const double coarse = best.degrees;
  for (double d = coarse - kCoarseDegrees; d <= coarse + kCoarseDegrees; d += kFineDegrees) {
    const double sharpness = profiles.sharpness(d);
    if (sharpness > best.sharpness) best = {d, sharpness};
  }
  draft.result.quality.skew_degrees = best.degrees;
  if (std::abs(best.degrees) >= kTurnDegreesMin) draft.turn_degrees = best.degrees;
  if (std::abs(best.degrees) < kCrookedDegreesMin) return;
  char reason[80];
  std::snprintf(reason, sizeof reason, "the text leans by %.1f degrees", std::abs(best.degrees));
  draft.result.findings.push_back({"page.skewed", Severity::kInfo, name_of(draft.page.source),
                                   reason, "check the feeder's paper guides", std::nullopt});
}

}  // namespace sohoa
