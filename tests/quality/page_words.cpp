#include "tests/quality/page_words.h"

#include <utility>

#include "models/record/page.h"

namespace sohoa::test {

std::vector<ReadWord> read_words(const Json& page) {
  std::vector<ReadWord> words;
  for (const Json& block : page.at("blocks")) {
    if (!block.contains("lines")) continue;
    for (const Json& line : block.at("lines")) {
      for (const Json& word : line.at("words")) {
        const Json& box = word.at("box");
        words.push_back({word.at("text"),
                         word.at("confidence"),
                         {box.at("left"), box.at("top"), box.at("right"), box.at("bottom")}});
      }
    }
  }
  return words;
}

Matrix turn_of(const Json& page) {
  const int turns = page.at("quarter_turns");
  int width = page.at("width"), height = page.at("height");
  if (turns % 2 != 0) std::swap(width, height);
  return quarter_turn_matrix(turns, width, height);
}

}  // namespace sohoa::test
