// How well pages are read must not get worse: these floors may only rise.

#include <gtest/gtest.h>

#include "models/record/json.h"
#include "pipeline/acquire/acquire.h"
#include "pipeline/base/file.h"
#include "pipeline/clean/clean.h"
#include "pipeline/recognize/reader.h"
#include "samples/truth.h"
#include "tests/quality/manifest.h"
#include "tests/quality/score.h"
#include "tests/quality/worn_page.h"
#include "tests/support/paths.h"

namespace sohoa::test {
namespace {

constexpr std::uint64_t kSeeds = 3;

Score score_of_wear(const std::string& wear) {
  Score sum;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    for (const char* paper : {"quyet-dinh", "cong-van", "to-trinh"}) {
      const Scan drawn = worn_page(paper, wear, 0.2, seed);
      sum += score_page(text_of(drawn.truth), plain_text(read_worn(drawn)));
    }
  }
  return sum;
}

struct Floor {
  const char* wear;
  double recall;
};

class Floors : public testing::TestWithParam<Floor> {};

TEST_P(Floors, OfWornPagesHold) {
  const Score score = score_of_wear(GetParam().wear);
  RecordProperty("recall", std::to_string(score.word_recall()));
  EXPECT_GE(score.word_recall(), GetParam().recall);
}

INSTANTIATE_TEST_SUITE_P(, Floors,
                         testing::Values(Floor{"clean", 0.997}, Floor{"mono", 0.992},
                                         Floor{"photocopy", 0.99}, Floor{"feeder-line", 0.995},
                                         Floor{"low-dpi", 0.996}, Floor{"fax", 0.991}),
                         [](const auto& floor) {
                           std::string name = floor.param.wear;
                           std::erase(name, '-');
                           return name;
                         });

TEST(RealScans, AreReadAsWellAsBefore) {
  SOHOA_NEEDS_REAL_SCANS();
  AcquireSettings settings;
  settings.copy_signed = true;
  const auto reader = make_reader({});
  Score sum;
  for (const ScoredPage& page : read_manifest(real_scans())) {
    if (page.born_digital()) continue;
    const InputFile input = open_input(page.pdf, page.id, settings);
    const TextPage read = reader->read(clean_page(PageLoader(settings).load(input, 1), {}));
    const Bytes truth = read_file(page.truth);
    sum += score_page(as_text(truth), plain_text(read));
  }
  EXPECT_GE(sum.word_recall(), 0.998);
  EXPECT_GE(sum.word_precision(), 0.9975);
}

}  // namespace
}  // namespace sohoa::test
