#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>

#include "pipeline/acquire/acquire.h"
#include "pipeline/base/text.h"
#include "pipeline/clean/clean.h"
#include "pipeline/recognize/reader.h"
#include "tests/support/paths.h"

namespace sohoa {
namespace {

TextPage read_scan(const std::filesystem::path& file) {
  const AcquireSettings settings;
  const InputFile input = open_input(file, file.string(), settings);
  const ScannedPage scan = PageLoader(settings).load(input, 1);
  return make_reader({})->read(clean_page(scan, {}));
}

// Share of the paragraph's words that stand anywhere on the page.
double found_share(const std::string& paragraph, const std::multiset<std::string>& read) {
  const std::vector<std::string> words = split_words(paragraph);
  double found = 0;
  for (const std::string& word : words) found += read.count(without_marks(word)) > 0 ? 1 : 0;
  return words.empty() ? 1 : found / static_cast<double>(words.size());
}

// A line that the scanner's feeder drew through the page makes libtesseract's own layout analysis
// drop two lines of text.
TEST(RealScan, AFeederLineCostsNoLineOfText) {
  SOHOA_NEEDS_REAL_SCANS();
  const std::filesystem::path scans = test::real_scans();
  std::multiset<std::string> read;
  for (const std::string& word : split_words(plain_text(read_scan(scans / "nd71-03.pdf")))) {
    read.insert(without_marks(word));
  }
  std::ifstream truth(scans / "nd71-03.gt.txt");
  int paragraphs = 0;
  for (std::string paragraph; std::getline(truth, paragraph);) {
    if (split_words(paragraph).size() < 5) continue;
    EXPECT_GE(found_share(paragraph, read), 0.85) << "paragraph " << paragraphs;
    ++paragraphs;
  }
  EXPECT_GT(paragraphs, 10);
}

}  // namespace
}  // namespace sohoa
