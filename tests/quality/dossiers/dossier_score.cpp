#include "tests/quality/dossiers/dossier_score.h"

#include <algorithm>
#include <array>

namespace sohoa::test {

DossierScore score_dossiers(const std::vector<ReadDossier>& dossiers) {
  DossierScore score;
  for (const ReadDossier& one : dossiers) {
    ++score.dossiers;
    score.failed += one.failed ? 1 : 0;
    score.split += score_split(one.truth, one.read);
    score.kinds += score_kinds(one.truth, one.read);
    score.aside += score_aside(one.truth, one.read);
    score.fields += score_fields(field_outcomes(one.truth, one.read));
  }
  return score;
}

StraightThrough straight_through(std::vector<ReadDossier> dossiers) {
  std::sort(dossiers.begin(), dossiers.end(),
            [](const ReadDossier& a, const ReadDossier& b) { return a.truth.name < b.truth.name; });
  std::vector<FieldOutcome> all;
  std::array<std::vector<FieldOutcome>, 2> halves;
  for (std::size_t i = 0; i < dossiers.size(); ++i) {
    const std::vector<FieldOutcome> fields = field_outcomes(dossiers[i].truth, dossiers[i].read);
    all.insert(all.end(), fields.begin(), fields.end());
    halves[i % 2].insert(halves[i % 2].end(), fields.begin(), fields.end());
  }
  StraightThrough result;
  result.curve = acceptance_curve(all);
  result.chosen = lowest_acceptance(halves[0]);
  if (result.chosen) result.held_out = accept_at(halves[1], result.chosen->threshold);
  return result;
}

}  // namespace sohoa::test
