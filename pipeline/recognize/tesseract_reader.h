#pragma once

#include "pipeline/recognize/reader.h"
#include "pipeline/recognize/tesseract_engine.h"

namespace sohoa {

/// Reads with libtesseract.
class TesseractReader : public Reader {
 public:
  explicit TesseractReader(const ReaderSettings& settings);

  TextPage read(const CleanPage& page) override;
  std::vector<Ingredient> ingredients() const override;

 private:
  TesseractEngine engine_;
};

}  // namespace sohoa
