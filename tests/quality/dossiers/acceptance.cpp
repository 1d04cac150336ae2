#include "tests/quality/dossiers/acceptance.h"

#include "tests/quality/dossiers/share.h"

namespace sohoa::test {

namespace {

constexpr int kSteps = 100;

}  // namespace

double Acceptance::accepted_share() const { return share_of(accepted, fields); }
double Acceptance::error_share() const { return share_of(errors, accepted); }

Acceptance accept_at(std::span<const FieldOutcome> outcomes, double threshold) {
  Acceptance result;
  result.threshold = threshold;
  for (const FieldOutcome& outcome : outcomes) {
    const bool accepted =
        outcome.found() && is_sure(*outcome.read) && outcome.read->confidence >= threshold;
    if (!outcome.truth) {
      result.not_in_truth += accepted ? 1 : 0;
      continue;
    }
    ++result.fields;
    result.accepted += accepted ? 1 : 0;
    result.errors += accepted && !outcome.exact ? 1 : 0;
  }
  return result;
}

std::vector<Acceptance> acceptance_curve(std::span<const FieldOutcome> outcomes) {
  std::vector<Acceptance> curve;
  for (int step = 0; step <= kSteps; ++step) {
    curve.push_back(accept_at(outcomes, static_cast<double>(step) / kSteps));
  }
  return curve;
}

std::optional<Acceptance> lowest_acceptance(std::span<const FieldOutcome> outcomes) {
  for (const Acceptance& acceptance : acceptance_curve(outcomes)) {
    if (acceptance.accepted > 0 && acceptance.error_share() <= kAcceptedErrorsMax) {
      return acceptance;
    }
  }
  return std::nullopt;
}

}  // namespace sohoa::test
