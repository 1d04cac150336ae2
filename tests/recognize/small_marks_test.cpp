#include "pipeline/recognize/small_marks.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sohoa {
namespace {

constexpr double kLetterHeight = 20;

/// Two lines of letters, 20 px high and so close that tones of the lower one come between the tails
/// of the upper one.
class SmallMarksTest : public testing::Test {
 protected:
  SmallMarksTest() {
    for (const double baseline : {100.0, 138.0}) {
      Strip strip;
      strip.baseline = baseline;
      strip.letter_height = kLetterHeight;
      for (int i = 0; i < 10; ++i) {
        const double left = 10 + 18 * i;
        strip.letters.push_back(mark({left, baseline - 20, left + 14, baseline}));
      }
      strip.marks = strip.letters;
      strips_.push_back(strip);
    }
  }

  int mark(const Box& box) {
    ink_.marks.push_back({box, static_cast<int>(box.width() * box.height())});
    return static_cast<int>(ink_.marks.size()) - 1;
  }

  int small(const Box& box) {
    small_.push_back(mark(box));
    return small_.back();
  }

  /// The line that a mark was given to, 0 or 1; -1: none.
  int line_of(int wanted) {
    if (!given_) give_small_marks(ink_, small_, kLetterHeight, strips_);
    given_ = true;
    for (std::size_t s = 0; s < strips_.size(); ++s) {
      const std::vector<int>& marks = strips_[s].marks;
      if (std::find(marks.begin(), marks.end(), wanted) != marks.end()) return static_cast<int>(s);
    }
    return -1;
  }

  Ink ink_;
  std::vector<int> small_;
  std::vector<Strip> strips_;
  bool given_ = false;
};

TEST_F(SmallMarksTest, ADotUnderALetterIsOfItsLine) {
  EXPECT_EQ(line_of(small({14, 103, 18, 107})), 0);
}

TEST_F(SmallMarksTest, ADotBelowStaysApartFromAHatUnderIt) {
  const int dot = small({14, 103, 18, 107});
  const int hat = small({12, 109, 22, 114});
  EXPECT_EQ(line_of(dot), 0);
  EXPECT_EQ(line_of(hat), 1);
}

TEST_F(SmallMarksTest, AToneUnderATailIsOfTheLineBelow) {
  ink_.marks[strips_[0].letters[1]].box.bottom = 106;
  const int tone = small({32, 107, 38, 111});
  const int hat = small({30, 113, 40, 117});
  EXPECT_EQ(line_of(tone), 1);
  EXPECT_EQ(line_of(hat), 1);
}

TEST_F(SmallMarksTest, ATailThatBrokeOffStaysWithItsLetter) {
  strips_.pop_back();
  EXPECT_EQ(line_of(small({30, 106, 40, 110})), 0);
}

TEST_F(SmallMarksTest, ABoldTildeIsNoDash) { EXPECT_EQ(line_of(small({10, 112, 27, 117})), 1); }

TEST_F(SmallMarksTest, ALongDashIsOfTheLineThatItStandsIn) {
  const int between_letters = small({192, 88, 216, 91});
  const int under_the_line = small({192, 106, 216, 108});
  EXPECT_EQ(line_of(between_letters), 0);
  EXPECT_EQ(line_of(under_the_line), -1);
}

TEST_F(SmallMarksTest, ACommaIsOfTheLineThatItStandsOn) {
  EXPECT_EQ(line_of(small({188, 97, 192, 105})), 0);
}

}  // namespace
}  // namespace sohoa
