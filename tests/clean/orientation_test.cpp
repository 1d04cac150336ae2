#include <gtest/gtest.h>

#include "tests/clean/drawn_page.h"

namespace sohoa::test {
namespace {

TEST(Orientation, OfTextIsFoundFromAllFourSides) {
  for (const double degrees : {0.0, 3.0, -6.0}) {
    DrawnPage page;
    page.write_paragraphs(24);
    page.lean(degrees);
    const ScannedPage upright = page.grey_scan();
    for (int turns = 0; turns < 4; ++turns) {
      const CleanPage clean = clean_page(turned(upright, turns), {});
      EXPECT_EQ(clean.quarter_turns, (4 - turns) % 4);
      EXPECT_GT(clean.orientation_confidence, 0.5);
      EXPECT_TRUE(clean.findings.empty() || degrees != 0);
    }
  }
}

TEST(Orientation, IsLeftAloneWhenToldSo) {
  DrawnPage page;
  page.write_paragraphs(24);
  CleanSettings settings;
  settings.rotate = false;
  EXPECT_EQ(clean_page(turned(page.grey_scan(), 2), settings).quarter_turns, 0);
}

TEST(Orientation, OfSparseAndBlankPagesIsLeftAlone) {
  DrawnPage blank;
  EXPECT_EQ(clean_page(turned(blank.grey_scan(), 1), {}).quarter_turns, 0);
  DrawnPage number;
  number.write_line(105, 20, "2");
  EXPECT_EQ(clean_page(turned(number.grey_scan(), 2), {}).quarter_turns, 0);
}

TEST(Orientation, ThatIsUnclearIsAFindingAndNoTurn) {
  DrawnPage page;
  page.write_paragraphs(3);
  const CleanPage clean = clean_page(turned(page.grey_scan(), 2), {});
  // Three lines are too few to be sure of, and enough to say so.
  EXPECT_EQ(clean.quarter_turns == 2, !has_finding(clean, "page.orientation-doubtful"));
}

}  // namespace
}  // namespace sohoa::test
