#pragma once

#include <string>
#include <vector>

#include "pipeline/recognize/lstm/line_input.h"
#include "samples/random.h"
#include "samples/scan.h"

namespace sohoa {

/// A line as the network is given it, and what it says.
struct TrainingLine {
  LineInput input;
  std::string text;  // NFC; empty: no text, as dirt and signatures have
};

struct CutCounts {
  int words = 0;       // printed
  int words_kept = 0;  // in the lines that were cut
  int strips = 0;
  int strips_kept = 0;
};

/// Cleans the page and cuts it into lines as the reader does, and gives each the words that stand
/// in it. Lines that hold a part of a word are left out. How much is shown above and below a line
/// varies around what the reader shows.
std::vector<TrainingLine> cut_lines(const Scan& scan, Random& random, CutCounts& counts);

}  // namespace sohoa
