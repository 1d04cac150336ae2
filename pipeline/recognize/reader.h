#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "models/record/package.h"
#include "models/record/page.h"
#include "pipeline/recognize/line_engine.h"

namespace sohoa {

enum class EngineChoice {
  kAny,       // the batch engine where it can run the model, Tesseract elsewhere
  kBatch,     // our own inference
  kTesseract  // libtesseract
};

struct ReaderSettings {
  std::string language = "vie";  // "vie+eng": Tesseract's names
  /// Of the .traineddata files; empty: our own models, then where Tesseract finds its.
  std::filesystem::path model_folder;
  EngineChoice engine = EngineChoice::kAny;
  std::string model = {};  // name of the .traineddata file; empty: the language's
  bool guard = true;       // weigh doubtful words by the words around them, where a model tells
};

/// Reads the text of clean pages: lays out the lines, and has an engine recognize them. One per
/// thread; construction loads the models.
class Reader {
 public:
  explicit Reader(std::unique_ptr<LineEngine> engine);

  /// Words in upright px, in reading order. Throws Error for a page that cannot be read.
  TextPage read(const CleanPage& page);

  /// Program and model files, with digests.
  std::vector<Ingredient> ingredients() const { return engine_->ingredients(); }

 private:
  std::unique_ptr<LineEngine> engine_;
};

/// Throws Error (kDependency) naming the language whose model is missing and the package that has
/// it, or, for EngineChoice::kBatch, why the model is not for that engine.
std::unique_ptr<Reader> make_reader(const ReaderSettings& settings);

}  // namespace sohoa
