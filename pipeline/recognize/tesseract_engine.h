#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pipeline/recognize/line_engine.h"
#include "pipeline/recognize/reader.h"

namespace tesseract {
class TessBaseAPI;
}

namespace sohoa {

/// libtesseract with its neural line recognizer. For one thread.
class TesseractEngine : public LineEngine {
 public:
  /// Throws Error (kUsage) for a name that is no language, Error (kDependency) for a missing model.
  explicit TesseractEngine(const ReaderSettings& settings);
  ~TesseractEngine() override;
  TesseractEngine(const TesseractEngine&) = delete;
  TesseractEngine& operator=(const TesseractEngine&) = delete;

  std::vector<std::vector<Word>> read_lines(std::span<const Image> lines) override;
  std::string name() const override;
  std::string language() const override { return language_; }
  std::vector<Ingredient> ingredients() const override { return ingredients_; }

 private:
  std::vector<Word> read_line(const Image& grey);

  std::string language_;
  std::vector<Ingredient> ingredients_;
  std::unique_ptr<tesseract::TessBaseAPI> api_;
};

}  // namespace sohoa
