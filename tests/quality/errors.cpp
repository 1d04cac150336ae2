#include "tests/quality/errors.h"

#include <algorithm>
#include <cmath>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/file.h"
#include "tests/quality/truth.h"
#include "tests/quality/word_counts.h"

namespace sohoa::test {

namespace fs = std::filesystem;

namespace {

constexpr double kAroundInches = 0.6;  // left and right of a wrong word
constexpr double kAboveInches = 0.12;  // and below

std::string pixels(double value) { return std::to_string(std::lround(value)); }

void cut_picture(const ScoredPage& page, const Box& box, const fs::path& file) {
  const double left = std::max(0.0, box.left - kAroundInches * page.dpi);
  const double top = std::max(0.0, box.top - kAboveInches * page.dpi);
  const double width = box.right + kAroundInches * page.dpi - left;
  const double height = box.bottom + kAboveInches * page.dpi - top;
  fs::path stem = file;
  stem.replace_extension();
  draw_page(page, stem,
            {"-x", pixels(left), "-y", pixels(top), "-W", pixels(width), "-H", pixels(height)});
}

}  // namespace

std::vector<ReadWord> wrong_words(std::string_view truth_text, const Json& page) {
  const Truth truth = parse_truth(truth_text);
  WordCounts required = count_words(truth.required), optional = count_words(truth.optional);
  std::vector<ReadWord> wrong;
  for (const ReadWord& word : read_words(page)) {
    if (take_one(required, word.text) || take_one(optional, word.text)) continue;
    wrong.push_back(word);
  }
  return wrong;
}

std::vector<std::string> missed_words(std::string_view truth, std::string_view read) {
  WordCounts required = count_words(parse_truth(truth).required);
  WordCounts found = count_words(read);
  take_common(required, found);
  std::vector<std::string> missed;
  for (const auto& [word, count] : required) missed.insert(missed.end(), count, word);
  return missed;
}

void write_errors(const fs::path& folder, const std::vector<ScoredPage>& pages,
                  std::span<const Reading> readings) {
  std::error_code failed;  // tells itself when the first file is written
  fs::create_directories(folder, failed);
  std::string rows = "page\tpicture\tread\tconfidence\tmissed\n";
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (readings[i].page.is_null()) continue;
    const Bytes truth = read_file(pages[i].truth);
    const std::vector<ReadWord> wrong = wrong_words(as_text(truth), readings[i].page);
    const Matrix to_scan = inverse(turn_of(readings[i].page));
    for (std::size_t k = 0; k < wrong.size(); ++k) {
      const std::string name = pages[i].id + "-" + std::to_string(k + 1) + ".png";
      cut_picture(pages[i], to_scan * wrong[k].box, folder / name);
      rows += pages[i].id + "\t" + name + "\t" + wrong[k].text + "\t" +
              std::to_string(wrong[k].confidence) + "\t\n";
    }
    for (const std::string& word : missed_words(as_text(truth), readings[i].text)) {
      rows += pages[i].id + "\t\t\t\t" + word + "\n";
    }
  }
  write_file(folder / "errors.tsv", as_bytes(rows));
}

}  // namespace sohoa::test
