#include "tests/quality/dossiers/kind_score.h"

#include <algorithm>

#include "tests/quality/dossiers/share.h"

namespace sohoa::test {

KindScore& KindScore::operator+=(const KindScore& other) {
  known += other.known;
  known_right += other.known_right;
  known_denied += other.known_denied;
  unknown += other.unknown;
  unknown_right += other.unknown_right;
  for (const auto& [kinds, count] : other.confusions) confusions[kinds] += count;
  return *this;
}

double KindScore::accuracy() const { return share_of(known_right, known); }
double KindScore::denied() const { return share_of(known_denied, known); }
double KindScore::unknown_recall() const { return share_of(unknown_right, unknown); }

const Paper* paper_read_of(const TruthPaper& paper, const Dossier& read) {
  const auto found = std::find_if(read.papers.begin(), read.papers.end(), [&](const Paper& other) {
    return std::find(other.pages.begin(), other.pages.end(), paper.pages.front()) !=
           other.pages.end();
  });
  return found == read.papers.end() ? nullptr : &*found;
}

std::string kind_called(const Paper* paper) {
  if (paper == nullptr) return kNoPaper;
  return paper->kind.empty() ? kUnknownKind : paper->kind;
}

std::string kind_wanted(const TruthPaper& paper) { return paper.known ? paper.kind : kUnknownKind; }

KindScore score_kinds(const DossierTruth& truth, const Dossier& read) {
  KindScore score;
  for (const TruthPaper& paper : truth.papers) {
    const std::string called = kind_called(paper_read_of(paper, read));
    const bool right = called == kind_wanted(paper);
    if (paper.known) {
      ++score.known;
      score.known_right += right ? 1 : 0;
      score.known_denied += called == kUnknownKind ? 1 : 0;
    } else {
      ++score.unknown;
      score.unknown_right += right ? 1 : 0;
    }
    if (!right) ++score.confusions[{paper.kind, called}];
  }
  return score;
}

}  // namespace sohoa::test
