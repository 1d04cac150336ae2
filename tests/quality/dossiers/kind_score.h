#pragma once

#include <map>
#include <string>
#include <utility>

#include "models/record/dossier.h"
#include "tests/quality/dossiers/dossier_truth.h"

namespace sohoa::test {

/// How well the kinds of papers were told. A paper of the truth is held against the record's paper
/// that has its first page. Counts, so that dossiers add up.
struct KindScore {
  int known = 0;         // papers of kinds that the catalogue has
  int known_right = 0;   // called what they are
  int known_denied = 0;  // called unknown
  int unknown = 0;       // papers of other kinds
  int unknown_right = 0;
  std::map<std::pair<std::string, std::string>, int> confusions;  // (truth, record) → papers

  KindScore& operator+=(const KindScore& other);

  // Shares, 0 … 1; 0 where there is nothing to divide by.
  double accuracy() const;  // of known papers
  double denied() const;    // of known papers
  double unknown_recall() const;
};

inline constexpr char kUnknownKind[] = "unknown";
inline constexpr char kNoPaper[] = "no paper";

KindScore score_kinds(const DossierTruth& truth, const Dossier& read);

/// The record's paper that has the truth's first page; null when there is none.
const Paper* paper_read_of(const TruthPaper& paper, const Dossier& read);

/// What the record calls it: a kind, kUnknownKind, or kNoPaper for null.
std::string kind_called(const Paper* paper);

/// What is right to call it.
std::string kind_wanted(const TruthPaper& paper);

}  // namespace sohoa::test
