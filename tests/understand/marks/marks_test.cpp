#include "pipeline/understand/marks/marks.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/clean/clean.h"
#include "pipeline/recognize/reader.h"
#include "samples/papers.h"
#include "samples/scan.h"

namespace sohoa::test {
namespace {

struct MarkedPage {
  PageTruth truth;
  std::vector<Mark> marks;
};

/// The first page of a paper, drawn, worn, read and looked at.
MarkedPage page_of(const std::string& paper, const std::string& wear_name, bool by_hand) {
  constexpr std::uint64_t kSeed = 4;
  Pad pad(kSeed);
  Random random(kSeed, paper), wear_random(kSeed, wear_name);
  Case it = some_case(kSeed);
  it.by_hand = by_hand;
  paper_kind(paper).draw(pad, it, random);
  const Scan drawn =
      scan_sheet(*pad.sheets().front(), nullptr, wear_kind(wear_name).draw(wear_random), kSeed);
  ScannedPage scan;
  scan.pixels = drawn.pixels;
  scan.dpi = drawn.wear.dpi;
  const CleanPage clean = clean_page(scan, {});
  return {drawn.truth, find_marks(scan, clean, make_reader({})->read(clean))};
}

bool covers(const Mark& mark, MarkKind kind, const Box& box) {
  const Box common = intersection(mark.box, box);
  return mark.kind == kind && !common.empty() &&
         common.width() * common.height() > 0.5 * box.width() * box.height();
}

bool has(const MarkedPage& page, MarkKind kind, const Box& box) {
  return std::any_of(page.marks.begin(), page.marks.end(),
                     [&](const Mark& mark) { return covers(mark, kind, box); });
}

double share_taken_for_pen(const MarkedPage& page, WordInk ink) {
  int words = 0, taken = 0;
  for (const TruthLine& line : page.truth.lines) {
    for (const TruthWord& word : line.words) {
      if (word.ink != ink) continue;
      ++words;
      taken += has(page, MarkKind::kHandwriting, word.box) ? 1 : 0;
    }
  }
  return words > 0 ? static_cast<double>(taken) / words : 0;
}

TEST(Marks, OfALetterheadAreItsNumberAndDay) {
  for (const char* wear : {"clean", "mono"}) {
    const MarkedPage page = page_of("cong-van", wear, false);
    EXPECT_EQ(share_taken_for_pen(page, WordInk::kHand), 1) << wear;
    EXPECT_LE(share_taken_for_pen(page, WordInk::kPrint), 0.005) << wear;
  }
}

TEST(Marks, OfAFormAreItsAnswersByPenAndItsBoxes) {
  const MarkedPage page = page_of("don-bien-dong-dat-dai", "clean", true);
  EXPECT_GE(share_taken_for_pen(page, WordInk::kHand), 0.95);
  // Pen strokes that cross a printed line hide some of its words.
  EXPECT_LE(share_taken_for_pen(page, WordInk::kPrint), 0.04);
  for (const TruthMark& mark : page.truth.marks) {
    if (mark.kind == TruthMarkKind::kTickedBox) {
      EXPECT_TRUE(has(page, MarkKind::kTickedBox, mark.box));
    } else if (mark.kind == TruthMarkKind::kEmptyBox) {
      EXPECT_TRUE(has(page, MarkKind::kEmptyBox, mark.box));
    }
  }
}

TEST(Marks, OfACertificateAreSealAndSignatureInColourAndBlack) {
  for (const char* wear : {"clean", "mono"}) {
    const MarkedPage page = page_of("giay-chung-sinh", wear, false);
    int seals = 0, signatures = 0;
    for (const TruthMark& mark : page.truth.marks) {
      if (mark.kind == TruthMarkKind::kSeal) {
        EXPECT_TRUE(has(page, MarkKind::kSeal, mark.box)) << wear;
        ++seals;
      }
      signatures += mark.kind == TruthMarkKind::kSignature ? 1 : 0;
    }
    const auto found = [&](MarkKind kind) {
      return std::count_if(page.marks.begin(), page.marks.end(),
                           [&](const Mark& mark) { return mark.kind == kind; });
    };
    EXPECT_EQ(found(MarkKind::kSeal), seals) << wear;
    EXPECT_EQ(found(MarkKind::kSignature), signatures) << wear;
  }
}

TEST(Marks, OfAPageWithoutPixelsAreNone) { EXPECT_TRUE(find_marks({}, {}, {}).empty()); }

}  // namespace
}  // namespace sohoa::test
