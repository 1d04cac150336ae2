#include "tests/bench/recorded_engine.h"

#include <cassert>

#include "tests/bench/measure.h"

namespace sohoa::test {

std::vector<std::vector<Word>> RecordingEngine::read_lines(std::span<const Image> lines) {
  RecordedCall call{{lines.begin(), lines.end()}, {}};
  ms_ += ms_of([&] { call.words = engine_.read_lines(lines); });
  calls_.push_back(std::move(call));
  return calls_.back().words;
}

std::vector<std::vector<Word>> ReplayingEngine::read_lines(
    [[maybe_unused]] std::span<const Image> lines) {
  const RecordedCall& call = recorded_.calls().at(next_++);
  assert(call.lines.size() == lines.size());
  return call.words;
}

}  // namespace sohoa::test
