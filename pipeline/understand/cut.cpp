#include "pipeline/understand/cut.h"

#include <algorithm>
#include <cmath>

namespace sohoa {

namespace {

// Log odds of a paper's beginning: what we found on generated stacks, rounded. Signs that often
// come together (the state's name and a title) are set so that their sum is right.
constexpr double kPrior = -1.5;
constexpr double kStatesName = 4;
constexpr double kTitleOfKind = 3.5;
constexpr double kTitleOnTop = 3;
constexpr double kTitleOfNoKind = 1;
constexpr double kLetter = 2;
constexpr double kOfficialQr = 3;
constexpr double kFirstOfSeveral = 3;
constexpr double kNextNumber = -6;
constexpr double kLaterNumber = -2;
constexpr double kInside = -5;
constexpr double kAnnex = -3;
constexpr double kAfterItsEnd = 1;
constexpr double kNoEndYet = -0.5;
constexpr double kPagesMaxReached = 2.5;
constexpr double kOtherSize = 1;
constexpr double kDoubtBelow = 1.5;

constexpr double kSizeMm = 12;

struct Sign {
  double weight;
  const char* reason;  // for a cut when it is positive, against one when it is negative
};

bool is_other_size(const PageSigns& a, const PageSigns& b) {
  return std::abs(a.width_mm - b.width_mm) > kSizeMm ||
         std::abs(a.height_mm - b.height_mm) > kSizeMm;
}

void add_first_page(const PageSigns& page, std::vector<Sign>& signs) {
  if (page.first.head) signs.push_back({kStatesName, "it bears the state's name and motto"});
  if (page.first.is_letter) {
    signs.push_back({kLetter, "it has the head of an official letter"});
  } else if (page.first.title) {
    const Title& title = *page.first.title;
    if (title.kind != nullptr) {
      signs.push_back({kTitleOfKind, "it bears the title of a paper"});
    } else if (title.on_top) {
      signs.push_back({kTitleOnTop, "it begins with a title"});
    } else {
      signs.push_back({kTitleOfNoKind, "it bears a title"});
    }
  }
  if (page.official_qr) signs.push_back({kOfficialQr, "it bears the code of a one-stop system"});
}

void add_number(const OpenPaper& before, const PageSigns& page, std::vector<Sign>& signs) {
  if (!page.number) return;
  const PageNumber& number = *page.number;
  if (number.number == 1) {
    signs.push_back({kFirstOfSeveral, "it is numbered as the first page"});
    return;
  }
  const bool follows = before.last.number ? number.number == before.last.number->number + 1
                                          : number.number == before.pages + 1;
  signs.push_back(follows ? Sign{kNextNumber, "its number follows"}
                          : Sign{kLaterNumber, "it is numbered as a later page"});
}

void add_before(const OpenPaper& before, const PageSigns& page, std::vector<Sign>& signs) {
  const bool goes_on =
      std::find(page.inside.begin(), page.inside.end(), before.kind) != page.inside.end();
  if (goes_on) {
    signs.push_back({kInside, "its paper goes on like this"});
  }
  if (page.annex) signs.push_back({kAnnex, "it is an annex"});
  signs.push_back(before.last.ends ? Sign{kAfterItsEnd, "the paper before it was signed"}
                                   : Sign{kNoEndYet, "the paper before it has no end yet"});
  const bool full = before.kind != nullptr && before.kind->pages_max > 0 &&
                    before.pages >= before.kind->pages_max;
  if (full) signs.push_back({kPagesMaxReached, "the paper before it has all its pages"});
  if (is_other_size(before.last, page)) signs.push_back({kOtherSize, "its sheet has another size"});
}

}  // namespace

Cut judge_cut(const OpenPaper& before, const PageSigns& page) {
  std::vector<Sign> signs;
  add_first_page(page, signs);
  add_number(before, page, signs);
  add_before(before, page, signs);
  Cut cut;
  cut.evidence = kPrior;
  for (const Sign& sign : signs) cut.evidence += sign.weight;
  cut.begins = cut.evidence > 0;
  cut.doubtful = std::abs(cut.evidence) < kDoubtBelow;
  cut.reason = cut.begins ? "nothing holds it to the page before" : "nothing begins a paper there";
  double most = 0;
  for (const Sign& sign : signs) {
    const double weight = cut.begins ? sign.weight : -sign.weight;
    if (weight <= most) continue;
    most = weight;
    cut.reason = sign.reason;
  }
  return cut;
}

}  // namespace sohoa
