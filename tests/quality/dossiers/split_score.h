#pragma once

#include <vector>

#include "models/record/dossier.h"
#include "tests/quality/dossiers/dossier_truth.h"

namespace sohoa::test {

/// A page at which a paper begins in one of truth and record only.
struct WrongCut {
  int page = 0;
  bool missed = false;  // the truth has it; otherwise only the record does
};

/// How well a dossier was cut into papers. A cut is a page at which a paper begins, the first page
/// of a file too. Counts, so that dossiers add up.
struct SplitScore {
  int truth_cuts = 0;
  int read_cuts = 0;
  int right_cuts = 0;
  int papers = 0;
  int exact_papers = 0;  // the record has one of the very same pages

  SplitScore& operator+=(const SplitScore& other);

  // Shares, 0 … 1; 0 where there is nothing to divide by.
  double precision() const;
  double recall() const;
  double f1() const;
  double exact() const;
};

SplitScore score_split(const DossierTruth& truth, const Dossier& read);

/// By page.
std::vector<WrongCut> wrong_cuts(const DossierTruth& truth, const Dossier& read);

}  // namespace sohoa::test
