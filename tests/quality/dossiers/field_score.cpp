#include "tests/quality/dossiers/field_score.h"

namespace sohoa::test {

namespace {

FieldCounts counts_of(const FieldOutcome& outcome) {
  FieldCounts counts;
  counts.truth = 1;
  counts.exact = outcome.exact ? 1 : 0;
  counts.without_case = outcome.without_case ? 1 : 0;
  counts.missed = outcome.found() ? 0 : 1;
  counts.wrong = 1 - counts.exact - counts.missed;
  return counts;
}

void count_hand(const FieldOutcome& outcome, FieldScore& score) {
  ++score.by_hand;
  if (!outcome.read) return;
  score.hand_flagged += outcome.read->by_hand ? 1 : 0;
  const bool as_print = outcome.group == FieldGroup::kByHand && outcome.found();
  score.hand_as_print += as_print && is_sure(*outcome.read) ? 1 : 0;
}

}  // namespace

FieldCounts& FieldCounts::operator+=(const FieldCounts& other) {
  truth += other.truth;
  exact += other.exact;
  without_case += other.without_case;
  wrong += other.wrong;
  missed += other.missed;
  return *this;
}

FieldScore& FieldScore::operator+=(const FieldScore& other) {
  for (const auto& [group, counts] : other.by_group) by_group[group] += counts;
  for (const auto& [name, counts] : other.by_name) by_name[name] += counts;
  of_unknown_papers += other.of_unknown_papers;
  for (const auto& [name, count] : other.not_in_truth) not_in_truth[name] += count;
  by_hand += other.by_hand;
  hand_flagged += other.hand_flagged;
  hand_as_print += other.hand_as_print;
  return *this;
}

FieldCounts FieldScore::total() const {
  FieldCounts sum;
  for (const auto& [group, counts] : by_group) sum += counts;
  return sum;
}

int FieldScore::not_in_truth_total() const {
  int sum = 0;
  for (const auto& [name, count] : not_in_truth) sum += count;
  return sum;
}

FieldScore score_fields(std::span<const FieldOutcome> outcomes) {
  FieldScore score;
  for (const FieldOutcome& outcome : outcomes) {
    if (!outcome.truth) {
      ++score.not_in_truth[outcome.name];
      continue;
    }
    score.by_group[outcome.group] += counts_of(outcome);
    score.by_name[outcome.name] += counts_of(outcome);
    if (!outcome.known_paper) score.of_unknown_papers += counts_of(outcome);
    if (outcome.truth->by_hand) count_hand(outcome, score);
  }
  return score;
}

}  // namespace sohoa::test
