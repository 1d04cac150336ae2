#include "pipeline/recognize/tesseract_reader.h"

#include "pipeline/recognize/line_measure.h"
#include "pipeline/recognize/reading_order.h"
#include "pipeline/recognize/strip_reader.h"
#include "pipeline/recognize/unread_ink.h"
#include "pipeline/recognize/upright.h"

namespace sohoa {

TesseractReader::TesseractReader(const ReaderSettings& settings) : engine_(settings) {}

TextPage TesseractReader::read(const CleanPage& page) {
  TextPage text = blank_text_page(page);
  text.reader = engine_.name();
  text.language = engine_.language();
  if (page.pixels.empty()) return text;
  const Ink ink = find_ink(page.pixels);
  const double letter_height = usual_letter_height(ink, page.dpi);
  std::vector<Line> lines;
  std::vector<StripReading> readings;
  std::vector<Strip> strips = find_strips(ink, letter_height);
  const double slope = page_slope(strips);
  for (Strip& strip : strips) {
    std::vector<Word> words = read_strip(engine_, page.pixels, ink, strip);
    if (!words.empty()) lines.push_back(measured_line(ink, strip, words));
    readings.push_back({std::move(strip), !words.empty()});
  }
  text.blocks = in_reading_order(std::move(lines), find_tables(ink, letter_height, slope),
                                 letter_height, slope);
  text.findings = find_unread_ink(ink, readings, letter_height);
  make_upright(text, page);
  return text;
}

std::vector<Ingredient> TesseractReader::ingredients() const { return engine_.ingredients(); }

}  // namespace sohoa
