#pragma once

#include <vector>

#include "pipeline/recognize/line_engine.h"

namespace sohoa::test {

/// What an engine was asked, and answered.
struct RecordedCall {
  std::vector<Image> lines;
  std::vector<std::vector<Word>> words;
};

/// Passes lines on to an engine, and keeps them, the words and the time.
class RecordingEngine : public LineEngine {
 public:
  explicit RecordingEngine(LineEngine& engine) : engine_(engine) {}

  std::vector<std::vector<Word>> read_lines(std::span<const Image> lines) override;
  std::string name() const override { return engine_.name(); }
  std::string language() const override { return engine_.language(); }
  std::vector<Ingredient> ingredients() const override { return engine_.ingredients(); }

  const std::vector<RecordedCall>& calls() const { return calls_; }
  double ms() const { return ms_; }  // of processor time in the engine

 private:
  LineEngine& engine_;
  std::vector<RecordedCall> calls_;
  double ms_ = 0;
};

/// Answers as was recorded, call by call, in no time: what is left is the work around an engine.
class ReplayingEngine : public LineEngine {
 public:
  explicit ReplayingEngine(const RecordingEngine& recorded) : recorded_(recorded) {}

  std::vector<std::vector<Word>> read_lines(std::span<const Image> lines) override;
  std::string name() const override { return recorded_.name(); }
  std::string language() const override { return recorded_.language(); }
  std::vector<Ingredient> ingredients() const override { return recorded_.ingredients(); }

 private:
  const RecordingEngine& recorded_;
  std::size_t next_ = 0;
};

}  // namespace sohoa::test
