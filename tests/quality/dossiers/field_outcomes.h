#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/record/dossier.h"
#include "tests/quality/dossiers/dossier_truth.h"

namespace sohoa::test {

/// Fields of different difficulty: what the record took a value from, else the ink that it is
/// written in.
enum class FieldGroup { kPrinted, kByHand, kQr, kMrz, kCrossChecked };

/// A value of the truth and what the record has for it, or a value that the record has besides.
struct FieldOutcome {
  std::string paper_kind;           // of the truth; empty where it has no such paper
  std::string name;                 // of the field
  std::optional<TruthValue> truth;  // none: not in the truth of that paper
  std::optional<Field> read;        // none: not in the record
  FieldGroup group = FieldGroup::kPrinted;
  bool known_paper = true;    // false: of a kind that no catalogue has
  bool exact = false;         // NFC, letter by letter
  bool without_case = false;  // the same but for case

  /// The record tells a value, rather than that it found none.
  bool found() const { return read && !read->value.empty(); }
};

/// All fields of a dossier. Papers are matched as score_kinds does, fields by name: equal values
/// first, then in order. A record's field without a value that nothing asks for is left out.
std::vector<FieldOutcome> field_outcomes(const DossierTruth& truth, const Dossier& read);

/// What the record says that the field is: its normalized value, or the value as printed.
const std::string& said_by(const Field& field);

/// Whether the record took it without asking a person: no doubt, and not handwriting.
bool is_sure(const Field& field);

}  // namespace sohoa::test
