#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "models/record/package.h"
#include "models/record/page.h"

namespace sohoa {

struct ReaderSettings {
  std::string language = "vie";  // "vie+eng": Tesseract's names
  std::filesystem::path
      model_folder;  // of the .traineddata files; empty: where Tesseract finds them
};

/// Reads the text of clean pages. One per thread; construction loads the models.
class Reader {
 public:
  virtual ~Reader() = default;

  /// Words in upright px, in reading order. Throws Error for a page that cannot be read.
  virtual TextPage read(const CleanPage& page) = 0;

  /// Program and model files, with digests.
  virtual std::vector<Ingredient> ingredients() const = 0;
};

/// Throws Error (kDependency) naming the language whose model is missing and the package that has
/// it.
std::unique_ptr<Reader> make_reader(const ReaderSettings& settings);

}  // namespace sohoa
