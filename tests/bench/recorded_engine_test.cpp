#include "tests/bench/recorded_engine.h"

#include <gtest/gtest.h>

namespace sohoa::test {
namespace {

/// Reads a line as its width.
class WidthEngine : public LineEngine {
 public:
  std::vector<std::vector<Word>> read_lines(std::span<const Image> lines) override {
    ++calls;
    std::vector<std::vector<Word>> words;
    for (const Image& line : lines) words.push_back({{std::to_string(line.width), {}, 1}});
    return words;
  }
  std::string name() const override { return "width"; }
  std::string language() const override { return "vie"; }
  std::vector<Ingredient> ingredients() const override { return {}; }

  int calls = 0;
};

Image line_of(int width) { return {width, 1, 1, Bytes(static_cast<std::size_t>(width))}; }

TEST(RecordedEngine, AnswersAgainWithoutTheEngine) {
  WidthEngine engine;
  RecordingEngine recording(engine);
  const std::vector<Image> first = {line_of(5), line_of(7)};
  const std::vector<Image> second = {line_of(9)};
  EXPECT_EQ(recording.read_lines(first).at(1).at(0).text, "7");
  recording.read_lines(second);
  ASSERT_EQ(recording.calls().size(), 2U);
  EXPECT_EQ(recording.calls()[0].lines.at(1).width, 7);
  ReplayingEngine replaying(recording);
  EXPECT_EQ(replaying.name(), "width");
  EXPECT_EQ(replaying.read_lines(first).at(0).at(0).text, "5");
  EXPECT_EQ(replaying.read_lines(second).at(0).at(0).text, "9");
  EXPECT_EQ(engine.calls, 2);
}

}  // namespace
}  // namespace sohoa::test
