#include "tests/quality/dossiers/aside_score.h"

namespace sohoa::test {

namespace {

std::map<int, SetAside> aside_of(const Dossier& read) {
  std::map<int, SetAside> aside;
  for (const PageAccount& page : read.pages) {
    if (page.set_aside) aside[page.sequence] = *page.set_aside;
  }
  return aside;
}

}  // namespace

AsideScore& AsideScore::operator+=(const AsideScore& other) {
  for (const auto& [reason, pages] : other.by_reason) {
    Pages& sum = by_reason[reason];
    sum.all += pages.all;
    sum.set_aside += pages.set_aside;
    sum.right_reason += pages.right_reason;
  }
  content += other.content;
  content_lost += other.content_lost;
  return *this;
}

AsideScore score_aside(const DossierTruth& truth, const Dossier& read) {
  const std::map<int, SetAside> aside = aside_of(read);
  AsideScore score;
  for (const auto& [page, reason] : truth.aside) {
    AsideScore::Pages& pages = score.by_reason[reason];
    const auto found = aside.find(page);
    ++pages.all;
    if (found == aside.end()) continue;
    ++pages.set_aside;
    pages.right_reason += found->second == reason ? 1 : 0;
  }
  for (const TruthPaper& paper : truth.papers) {
    score.content += static_cast<int>(paper.pages.size());
  }
  score.content_lost = static_cast<int>(content_set_aside(truth, read).size());
  return score;
}

std::vector<int> content_set_aside(const DossierTruth& truth, const Dossier& read) {
  const std::map<int, SetAside> aside = aside_of(read);
  std::vector<int> lost;
  for (const TruthPaper& paper : truth.papers) {
    for (const int page : paper.pages) {
      if (aside.count(page) > 0) lost.push_back(page);
    }
  }
  return lost;
}

std::vector<int> aside_kept(const DossierTruth& truth, const Dossier& read) {
  const std::map<int, SetAside> aside = aside_of(read);
  std::vector<int> kept;
  for (const auto& [page, reason] : truth.aside) {
    if (aside.count(page) == 0) kept.push_back(page);
  }
  return kept;
}

}  // namespace sohoa::test
