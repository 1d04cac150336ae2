#include "pipeline/recognize/tesseract_reader.h"

#include "pipeline/recognize/upright.h"

namespace sohoa {

TesseractReader::TesseractReader(const ReaderSettings& settings) : engine_(settings) {}

TextPage TesseractReader::read(const CleanPage& page) {
  TextPage text = blank_text_page(page);
  text.reader = engine_.name();
  text.language = engine_.language();
  if (page.pixels.empty()) return text;
  text.blocks = engine_.read_page(page.pixels, page.dpi);
  make_upright(text, page);
  return text;
}

std::vector<Ingredient> TesseractReader::ingredients() const { return engine_.ingredients(); }

}  // namespace sohoa
