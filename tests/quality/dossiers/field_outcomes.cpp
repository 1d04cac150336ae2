#include "tests/quality/dossiers/field_outcomes.h"

#include <algorithm>

#include "pipeline/base/text.h"
#include "tests/quality/dossiers/kind_score.h"

namespace sohoa::test {

namespace {

bool same_letters(const TruthValue& truth, const Field& field) {
  return !field.value.empty() && to_nfc(truth.value) == to_nfc(said_by(field));
}

bool same_without_case(const TruthValue& truth, const Field& field) {
  return !field.value.empty() && case_folded(truth.value) == case_folded(said_by(field));
}

bool any_value(const TruthValue&, const Field& field) { return !field.value.empty(); }

bool anything(const TruthValue&, const Field&) { return true; }

FieldGroup group_of(const FieldOutcome& outcome) {
  if (outcome.read && outcome.read->method == FieldMethod::kQr) return FieldGroup::kQr;
  if (outcome.read && outcome.read->method == FieldMethod::kMrz) return FieldGroup::kMrz;
  if (outcome.truth && outcome.truth->by_hand) return FieldGroup::kByHand;
  if (outcome.read && outcome.read->method == FieldMethod::kCrossChecked) {
    return FieldGroup::kCrossChecked;
  }
  return FieldGroup::kPrinted;
}

/// Fields of one paper of the record while values of the truth take theirs.
class Pool {
 public:
  explicit Pool(const Paper* paper) {
    if (paper == nullptr) return;
    for (const Field& field : paper->fields) fields_.push_back(&field);
  }

  template <class Fits>
  void give(FieldOutcome& outcome, Fits fits) {
    if (outcome.read) return;
    const auto found = std::find_if(fields_.begin(), fields_.end(), [&](const Field* field) {
      return field->name == outcome.name && fits(*outcome.truth, *field);
    });
    if (found == fields_.end()) return;
    outcome.read = **found;
    fields_.erase(found);
  }

  const std::vector<const Field*>& left() const { return fields_; }

 private:
  std::vector<const Field*> fields_;
};

/// Of the papers of the truth that one paper of the record, or none, stands for.
void add_outcomes(const std::vector<const TruthPaper*>& papers, const Paper* read,
                  std::vector<FieldOutcome>& all) {
  std::vector<FieldOutcome> outcomes;
  for (const TruthPaper* paper : papers) {
    for (const TruthValue& value : paper->values) {
      FieldOutcome& outcome = outcomes.emplace_back();
      outcome.paper_kind = paper->kind;
      outcome.name = value.name;
      outcome.truth = value;
      outcome.known_paper = paper->known;
    }
  }
  Pool pool(read);
  for (const auto fits : {same_letters, same_without_case, any_value, anything}) {
    for (FieldOutcome& outcome : outcomes) pool.give(outcome, fits);
  }
  for (FieldOutcome& outcome : outcomes) {
    if (!outcome.read) continue;
    outcome.exact = same_letters(*outcome.truth, *outcome.read);
    outcome.without_case = same_without_case(*outcome.truth, *outcome.read);
  }
  for (const Field* field : pool.left()) {
    if (field->value.empty()) continue;
    FieldOutcome& outcome = outcomes.emplace_back();
    if (!papers.empty()) outcome.paper_kind = papers.front()->kind;
    outcome.name = field->name;
    outcome.read = *field;
  }
  for (FieldOutcome& outcome : outcomes) {
    outcome.group = group_of(outcome);
    all.push_back(std::move(outcome));
  }
}

}  // namespace

std::vector<FieldOutcome> field_outcomes(const DossierTruth& truth, const Dossier& read) {
  const auto standing_for = [&](const Paper* paper) {
    std::vector<const TruthPaper*> papers;
    for (const TruthPaper& one : truth.papers) {
      if (paper_read_of(one, read) == paper) papers.push_back(&one);
    }
    return papers;
  };
  std::vector<FieldOutcome> outcomes;
  for (const Paper& paper : read.papers) add_outcomes(standing_for(&paper), &paper, outcomes);
  add_outcomes(standing_for(nullptr), nullptr, outcomes);
  return outcomes;
}

const std::string& said_by(const Field& field) {
  return field.normalized.empty() ? field.value : field.normalized;
}

bool is_sure(const Field& field) { return field.doubt == FieldDoubt::kNone && !field.by_hand; }

}  // namespace sohoa::test
