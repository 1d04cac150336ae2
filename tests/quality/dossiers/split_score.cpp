#include "tests/quality/dossiers/split_score.h"

#include <algorithm>
#include <set>

#include "tests/quality/dossiers/share.h"

namespace sohoa::test {

namespace {

template <class Papers>
std::set<int> cuts_of(const Papers& papers) {
  std::set<int> cuts;
  for (const auto& paper : papers) {
    if (!paper.pages.empty()) cuts.insert(paper.pages.front());
  }
  return cuts;
}

int common(const std::set<int>& a, const std::set<int>& b) {
  return static_cast<int>(
      std::count_if(a.begin(), a.end(), [&](int page) { return b.count(page) > 0; }));
}

}  // namespace

SplitScore& SplitScore::operator+=(const SplitScore& other) {
  truth_cuts += other.truth_cuts;
  read_cuts += other.read_cuts;
  right_cuts += other.right_cuts;
  papers += other.papers;
  exact_papers += other.exact_papers;
  return *this;
}

double SplitScore::precision() const { return share_of(right_cuts, read_cuts); }
double SplitScore::recall() const { return share_of(right_cuts, truth_cuts); }
double SplitScore::f1() const { return share_of(2 * right_cuts, truth_cuts + read_cuts); }
double SplitScore::exact() const { return share_of(exact_papers, papers); }

SplitScore score_split(const DossierTruth& truth, const Dossier& read) {
  const std::set<int> wanted = cuts_of(truth.papers), found = cuts_of(read.papers);
  SplitScore score;
  score.truth_cuts = static_cast<int>(wanted.size());
  score.read_cuts = static_cast<int>(found.size());
  score.right_cuts = common(wanted, found);
  score.papers = static_cast<int>(truth.papers.size());
  for (const TruthPaper& paper : truth.papers) {
    score.exact_papers +=
        std::any_of(read.papers.begin(), read.papers.end(),
                    [&](const Paper& other) { return other.pages == paper.pages; })
            ? 1
            : 0;
  }
  return score;
}

std::vector<WrongCut> wrong_cuts(const DossierTruth& truth, const Dossier& read) {
  const std::set<int> wanted = cuts_of(truth.papers), found = cuts_of(read.papers);
  std::vector<WrongCut> wrong;
  for (const int page : wanted) {
    if (found.count(page) == 0) wrong.push_back({page, true});
  }
  for (const int page : found) {
    if (wanted.count(page) == 0) wrong.push_back({page, false});
  }
  std::sort(wrong.begin(), wrong.end(),
            [](const WrongCut& a, const WrongCut& b) { return a.page < b.page; });
  return wrong;
}

}  // namespace sohoa::test
