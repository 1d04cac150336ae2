#pragma once

#include <string>
#include <string_view>

#include "tests/quality/calibration.h"
#include "tests/quality/word_edges.h"

namespace sohoa::test {

/// What one page, or several together, came out as. Counts, so that scores of pages add up.
struct Score {
  int pages = 0;
  int truth_words = 0;
  int read_words = 0;  // those that the truth allows besides are not counted
  int found_words = 0;
  int wrong_mark_words = 0;   // missed, but read with other tone or vowel marks
  int wrong_digit_words = 0;  // missed, with a digit in them
  int lost_words = 0;         // missed, with nothing like them among what was read
  long truth_characters = 0;
  long character_errors = 0;
  WordEdges edges;          // of found words; none where the truth tells no boxes
  Calibration calibration;  // none where the reader gives no confidence

  Score& operator+=(const Score& other);

  // Shares, 0 … 1; 0 where there is nothing to divide by.
  double word_recall() const;
  double word_precision() const;
  double line_cer() const;
  double tone_only_share() const;  // of all words
};

/// Compares what was read with the truth. Words are pieces between white space, NFC, compared as
/// multisets, so that the order of columns does not matter. Text in `{{…}}` (handwriting, stamps)
/// need not be read; where it is, it does not count against precision. Each line of the truth is
/// matched to the stretch of the read text that is nearest to it, wherever it stands and however
/// its lines are broken.
Score score_page(std::string_view truth, std::string_view read);

/// What a guard that chooses between readings did to the words of a page.
struct GuardEffect {
  int mended = 0;  // words right with it only
  int broken = 0;  // words right without it only

  GuardEffect& operator+=(const GuardEffect& other);
};

GuardEffect guard_effect(std::string_view truth, std::string_view without,
                         std::string_view with_guard);

}  // namespace sohoa::test
