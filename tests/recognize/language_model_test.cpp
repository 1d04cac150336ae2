#include "pipeline/recognize/language_model.h"

#include <gtest/gtest.h>

#include "pipeline/base/error.h"
#include "tests/recognize/language_file.h"

namespace sohoa {
namespace {

constexpr int kNone = LanguageModel::kNone;

test::LanguageFile small_file() {
  test::LanguageFile file;
  file.words = {{"<number>", 48}, {"<other>", 60}, {"liệu", 72},
                {"nổ", 96},       {"nỗ", 84},      {"vật", 72}};
  file.bigrams = {{{"vật", "liệu"}, 6}, {{"liệu", "nổ"}, 24}};
  file.trigrams = {{{"vật", "liệu", "nổ"}, 12}};
  return file;
}

TEST(LanguageModel, KnowsItsWords) {
  const Bytes bytes = small_file().bytes();
  const LanguageModel model(bytes, "small.lm");
  EXPECT_NE(model.word("nổ"), kNone);
  EXPECT_NE(model.word("nổ"), model.word("nỗ"));
  EXPECT_EQ(model.word("no"), kNone);
  EXPECT_EQ(model.word(""), kNone);
  EXPECT_EQ(model.word("<number>"), model.number());
}

TEST(LanguageModel, TakesTheLongestContextItHas) {
  const Bytes bytes = small_file().bytes();
  const LanguageModel model(bytes, "small.lm");
  const int thing = model.word("vật"), material = model.word("liệu"), burst = model.word("nổ");
  EXPECT_DOUBLE_EQ(model.log_probability(thing, material, burst), -1);
  EXPECT_DOUBLE_EQ(model.log_probability(kNone, material, burst), -2);
  EXPECT_DOUBLE_EQ(model.log_probability(burst, material, burst), -2);
  EXPECT_DOUBLE_EQ(model.log_probability(kNone, kNone, burst), -8);
}

TEST(LanguageModel, PaysForEachContextThatIsMissing) {
  const Bytes bytes = small_file().bytes();
  const LanguageModel model(bytes, "small.lm");
  const int thing = model.word("vật"), material = model.word("liệu"), effort = model.word("nỗ");
  EXPECT_DOUBLE_EQ(model.log_probability(kNone, material, effort), -1 - 7);
  EXPECT_DOUBLE_EQ(model.log_probability(thing, material, effort), -1 - 1 - 7);
}

TEST(LanguageModel, CutAnywhereItIsRefused) {
  const Bytes whole = small_file().bytes();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    EXPECT_THROW(LanguageModel(cut, "cut.lm"), Error) << size;
  }
}

TEST(LanguageModel, WithABytesChangeItIsRefusedOrStaysInBounds) {
  const Bytes whole = small_file().bytes();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    Bytes changed = whole;
    changed[at] ^= 0x85;
    try {
      const LanguageModel model(changed, "changed.lm");
      for (const int word : {model.number(), model.other()}) {
        EXPECT_LE(model.log_probability(word, word, word), 0) << at;
      }
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::kDependency);
    }
  }
}

}  // namespace
}  // namespace sohoa
