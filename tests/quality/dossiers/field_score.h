#pragma once

#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "tests/quality/dossiers/field_outcomes.h"

namespace sohoa::test {

/// Values of the truth: each is exact, wrong or missed.
struct FieldCounts {
  int truth = 0;
  int exact = 0;
  int without_case = 0;  // `exact` with those that differ in case only
  int wrong = 0;
  int missed = 0;  // the record tells no value

  FieldCounts& operator+=(const FieldCounts& other);
};

/// How well fields were read. Counts, so that dossiers add up.
struct FieldScore {
  std::map<FieldGroup, FieldCounts> by_group;
  std::map<std::string, FieldCounts> by_name;
  FieldCounts of_unknown_papers;            // of these, those of papers of unknown kinds
  std::map<std::string, int> not_in_truth;  // values that the truth of the paper does not have
  int by_hand = 0;                          // handwritten values of the truth
  int hand_flagged = 0;                     // of these, by_hand in the record
  int hand_as_print = 0;                    // of these, taken without doubt as print: never

  FieldScore& operator+=(const FieldScore& other);
  FieldCounts total() const;
  int not_in_truth_total() const;
};

inline constexpr std::array<std::pair<FieldGroup, std::string_view>, 5> kFieldGroupNames{
    {{FieldGroup::kPrinted, "printed"},
     {FieldGroup::kByHand, "handwritten"},
     {FieldGroup::kQr, "qr"},
     {FieldGroup::kMrz, "mrz"},
     {FieldGroup::kCrossChecked, "cross-checked"}}};

FieldScore score_fields(std::span<const FieldOutcome> outcomes);

}  // namespace sohoa::test
