#pragma once

#include <map>
#include <vector>

#include "models/record/dossier.h"
#include "tests/quality/dossiers/dossier_truth.h"

namespace sohoa::test {

/// How well pages were set aside. Counts, so that dossiers add up.
struct AsideScore {
  struct Pages {
    int all = 0;           // that are to be set aside for one reason
    int set_aside = 0;     // were, for whatever reason
    int right_reason = 0;  // were, for that one
  };
  std::map<SetAside, Pages> by_reason;
  int content = 0;       // pages of papers
  int content_lost = 0;  // of these, set aside: the worst error there is

  AsideScore& operator+=(const AsideScore& other);
};

AsideScore score_aside(const DossierTruth& truth, const Dossier& read);

/// Pages of papers that were set aside, in order.
std::vector<int> content_set_aside(const DossierTruth& truth, const Dossier& read);

/// Pages that are to be set aside and were not, in order.
std::vector<int> aside_kept(const DossierTruth& truth, const Dossier& read);

}  // namespace sohoa::test
