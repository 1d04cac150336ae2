#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/recognize/line_engine.h"

namespace sohoa::test {

/// Reads nothing, and keeps the lines that it should have read.
class LineCollector : public LineEngine {
 public:
  std::vector<std::vector<Word>> read_lines(std::span<const Image> lines) override;
  std::string name() const override { return "collector"; }
  std::string language() const override { return ""; }
  std::vector<Ingredient> ingredients() const override { return {}; }

  std::vector<Image> take() { return std::move(lines_); }

 private:
  std::vector<Image> lines_;
};

/// The lines of each page of an image or PDF, cleaned and cut out as the reader does it.
void each_page_lines(const std::filesystem::path& file,
                     const std::function<void(std::vector<Image>)>& take);

}  // namespace sohoa::test
