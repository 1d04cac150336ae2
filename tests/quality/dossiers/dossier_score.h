#pragma once

#include <string>
#include <vector>

#include "tests/quality/dossiers/acceptance.h"
#include "tests/quality/dossiers/aside_score.h"
#include "tests/quality/dossiers/field_score.h"
#include "tests/quality/dossiers/kind_score.h"
#include "tests/quality/dossiers/split_score.h"

namespace sohoa::test {

/// What understanding made of one dossier, beside its truth.
struct ReadDossier {
  DossierTruth truth;
  Dossier read;
  bool failed = false;  // the program made no record: nothing was read
};

/// What one dossier, or several together, came out as.
struct DossierScore {
  int dossiers = 0;
  int failed = 0;
  SplitScore split;
  KindScore kinds;
  AsideScore aside;
  FieldScore fields;
};

DossierScore score_dossiers(const std::vector<ReadDossier>& dossiers);

/// Fields that go straight through, and how many of these are wrong.
struct StraightThrough {
  std::vector<Acceptance> curve;       // of all dossiers
  std::optional<Acceptance> chosen;    // on every other dossier by name, from the first on
  std::optional<Acceptance> held_out;  // at the chosen threshold, on the dossiers between
};

StraightThrough straight_through(std::vector<ReadDossier> dossiers);

}  // namespace sohoa::test
