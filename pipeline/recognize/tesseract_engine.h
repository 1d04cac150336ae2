#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/record/image.h"
#include "models/record/package.h"
#include "models/record/page.h"
#include "pipeline/recognize/reader.h"

namespace tesseract {
class TessBaseAPI;
}

namespace sohoa {

/// libtesseract with its neural line recognizer. For one thread.
class TesseractEngine {
 public:
  /// Throws Error (kUsage) for a name that is no language, Error (kDependency) for a missing model.
  explicit TesseractEngine(const ReaderSettings& settings);
  ~TesseractEngine();
  TesseractEngine(const TesseractEngine&) = delete;
  TesseractEngine& operator=(const TesseractEngine&) = delete;

  std::string name() const;
  const std::string& language() const { return language_; }
  std::vector<Ingredient> ingredients() const;

  /// One line of text, alone in its image, black on white. The boxes, in px of the image, are rough
  /// along the line.
  std::vector<Word> read_line(const Image& grey);

 private:
  std::string language_;
  std::vector<Ingredient> ingredients_;
  std::unique_ptr<tesseract::TessBaseAPI> api_;
};

}  // namespace sohoa
