#include "pipeline/recognize/reader.h"

#include "pipeline/recognize/tesseract_reader.h"

namespace sohoa {

std::unique_ptr<Reader> make_reader(const ReaderSettings& settings) {
  return std::make_unique<TesseractReader>(settings);
}

}  // namespace sohoa
