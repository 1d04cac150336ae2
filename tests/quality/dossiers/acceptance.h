#pragma once

#include <optional>
#include <span>
#include <vector>

#include "tests/quality/dossiers/field_outcomes.h"

namespace sohoa::test {

/// What comes of taking every field that nobody doubts and that has this confidence, straight
/// through, without a person.
struct Acceptance {
  double threshold = 0;  // 0 … 1
  int fields = 0;        // of the truth
  int accepted = 0;      // of these
  int errors = 0;        // of these: not exact
  int not_in_truth = 0;  // accepted besides, of which the truth says nothing

  // Shares, 0 … 1; 0 where there is nothing to divide by.
  double accepted_share() const;
  double error_share() const;
};

inline constexpr double kAcceptedErrorsMax = 0.003;

Acceptance accept_at(std::span<const FieldOutcome> outcomes, double threshold);

/// At thresholds from 0 to 1 by hundredths.
std::vector<Acceptance> acceptance_curve(std::span<const FieldOutcome> outcomes);

/// At the lowest of these thresholds that lets through at most kAcceptedErrorsMax errors; none
/// where nothing is accepted so.
std::optional<Acceptance> lowest_acceptance(std::span<const FieldOutcome> outcomes);

}  // namespace sohoa::test
