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

// pdftoppm draws with square pixels, faxes have others.
Matrix to_drawn(const Json& page, int dpi) {
  const Matrix to_scan = inverse(turn_of(page));
  const bool turned = page.at("quarter_turns").get<int>() % 2 != 0;
  const double x = page.at("dpi").at(turned ? "y" : "x"), y = page.at("dpi").at(turned ? "x" : "y");
  return then(to_scan, {dpi / x, 0, 0, dpi / y, 0, 0});
}

std::string wrong_rows(const fs::path& folder, const ScoredPage& page, std::string_view truth,
                       const Json& read) {
  std::string rows;
  const Matrix drawn = to_drawn(read, page.dpi);
  int number = 0;
  for (const ReadWord& word : wrong_words(truth, read)) {
    const std::string name = page.id + "-" + std::to_string(++number) + ".png";
    cut_picture(page, drawn * word.box, folder / name);
    rows +=
        page.id + "\t" + name + "\t" + word.text + "\t" + std::to_string(word.confidence) + "\t\n";
  }
  return rows;
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
    const Bytes truth = read_file(pages[i].truth);
    if (!readings[i].page.is_null()) {
      rows += wrong_rows(folder, pages[i], as_text(truth), readings[i].page);
    }
    for (const std::string& word : missed_words(as_text(truth), readings[i].text)) {
      rows += pages[i].id + "\t\t\t\t" + word + "\n";
    }
  }
  write_file(folder / "errors.tsv", as_bytes(rows));
}

}  // namespace sohoa::test
