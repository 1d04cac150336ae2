// sohoa_marks: how well the ink that is not print is found on generated pages, by kind of wear.

#include "pipeline/understand/marks/marks.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <string>

#include "pipeline/clean/clean.h"
#include "pipeline/recognize/reader.h"
#include "samples/papers.h"
#include "samples/scan.h"
#include "tests/quality/mark_scores.h"
#include "tests/quality/mark_training.h"

namespace sohoa::test {

namespace {

constexpr const char* kPapers[] = {"quyet-dinh",
                                   "to-khai-khai-sinh",
                                   "cong-van",
                                   "de-nghi-ho-kinh-doanh",
                                   "to-khai-ct01",
                                   "giay-khai-sinh",
                                   "don-bien-dong-dat-dai",
                                   "to-khai-ket-hon",
                                   "to-trinh",
                                   "giay-chung-sinh",
                                   "giay-uy-quyen"};
constexpr const char* kWears[] = {"clean",  "mono",          "photocopy", "fax",   "low-dpi",
                                  "skewed", "bleed-through", "folded",    "filed", "shaded"};

struct MarkedPage {
  ScannedPage scan;
  CleanPage clean;
  TextPage text;
  PageTruth truth;  // upright px
};

/// The n-th page: papers and wears in turn, half of the forms filled by hand.
MarkedPage draw_page(int n, std::uint64_t seed, const std::string& wear_name, Reader& reader) {
  const std::uint64_t page_seed = seed_of(seed, "marks " + std::to_string(n));
  const PaperKind& paper = paper_kind(kPapers[n % std::size(kPapers)]);
  Case it = some_case(page_seed);
  it.by_hand = n % 4 != 3;
  Pad pad(page_seed);
  Random random(page_seed, paper.name), wear_random(page_seed, wear_name);
  paper.draw(pad, it, random);
  Scan drawn =
      scan_sheet(*pad.sheets().front(), nullptr, wear_kind(wear_name).draw(wear_random), page_seed);
  MarkedPage page;
  page.scan.pixels = std::move(drawn.pixels);
  page.scan.dpi = drawn.wear.dpi;
  page.scan.size = drawn.size;
  page.clean = clean_page(page.scan, {});
  page.text = reader.read(page.clean);
  const Matrix turn = quarter_turn_matrix(page.clean.quarter_turns, page.scan.pixels.width,
                                          page.scan.pixels.height);
  page.truth = moved(drawn.truth, turn, page.clean.upright_width, page.clean.upright_height);
  return page;
}

double ink_of(const Box& word, const PageTruth& truth) {
  for (const TruthLine& line : truth.lines) {
    for (const TruthWord& real : line.words) {
      const Box common = intersection(real.box, word);
      const double smaller =
          std::min(real.box.width() * real.box.height(), word.width() * word.height());
      if (common.empty() || common.width() * common.height() < 0.5 * smaller) continue;
      if (real.ink == WordInk::kStamp) return -1;
      return real.ink == WordInk::kHand ? 1 : 0;
    }
  }
  return -1;
}

TrainingPage training_page(const MarkedPage& page) {
  TrainingPage training;
  const InkMap ink(page.clean);
  training.words = evidence_of(page.scan, page.clean, page.text, ink).words;
  for (const WordEvidence& word : training.words) {
    training.by_pen.push_back(ink_of(page.clean.to_upright * word.box, page.truth));
  }
  return training;
}

void print(const char* name, const WordFeatures& weights) {
  std::cout << name;
  for (const double weight : weights) std::cout << ' ' << weight;
  std::cout << '\n';
}

enum class Task { kScore, kTrain };

int run(int pages, std::uint64_t seed, Task task) {
  const auto reader = make_reader({});
  std::map<std::string, MarkScores> scores;
  std::vector<TrainingPage> training;
  for (int n = 0; n < pages; ++n) {
    const std::string wear = kWears[n % std::size(kWears)];
    const MarkedPage page = draw_page(n, seed, wear, *reader);
    if (task == Task::kTrain) {
      training.push_back(training_page(page));
      continue;
    }
    const MarkScores score = score_marks(page.truth, find_marks(page.scan, page.clean, page.text));
    scores[wear] = scores[wear] + score;
    scores["all"] = scores["all"] + score;
  }
  if (task == Task::kScore) {
    std::cout << table_of(scores);
    return 0;
  }
  const TrainedWeights weights = train(training);
  print("alone", weights.alone);
  print("among others", weights.among_others);
  return 0;
}

}  // namespace

}  // namespace sohoa::test

int main(int argc, char** argv) {
  int pages = 110;
  std::uint64_t seed = 1;
  bool train = false;
  CLI::App app("Scores marks on generated pages", "marks");
  app.add_option("--pages", pages, "how many are drawn")->check(CLI::Range(1, 100000));
  app.add_option("--seed", seed, "other pages for another number");
  app.add_flag("--train", train, "fit the weights of word_score.h instead, and print them");
  CLI11_PARSE(app, argc, argv);
  return sohoa::test::run(pages, seed,
                          train ? sohoa::test::Task::kTrain : sohoa::test::Task::kScore);
}
