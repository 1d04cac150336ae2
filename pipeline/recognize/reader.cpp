#include "pipeline/recognize/reader.h"

#include <utility>

#include "pipeline/base/error.h"
#include "pipeline/base/log.h"
#include "pipeline/recognize/batch_engine.h"
#include "pipeline/recognize/line_measure.h"
#include "pipeline/recognize/lstm/byte_reader.h"
#include "pipeline/recognize/own_models.h"
#include "pipeline/recognize/reading_order.h"
#include "pipeline/recognize/strip_reader.h"
#include "pipeline/recognize/tesseract_engine.h"
#include "pipeline/recognize/unread_ink.h"
#include "pipeline/recognize/upright.h"

namespace sohoa {

namespace {

std::unique_ptr<LineEngine> make_engine(const ReaderSettings& settings) {
  if (settings.engine == EngineChoice::kTesseract) {
    return std::make_unique<TesseractEngine>(settings);
  }
  try {
    return std::make_unique<BatchEngine>(settings);
  } catch (const UnusableModel& unusable) {
    if (settings.engine == EngineChoice::kBatch) {
      throw Error(ExitCode::kDependency, "language " + settings.language, unusable.what(),
                  "leave out --engine batch");
    }
    log_detail("language " + settings.language + ": " + unusable.what() + "; Tesseract reads it");
    return std::make_unique<TesseractEngine>(settings);
  }
}

}  // namespace

Reader::Reader(std::unique_ptr<LineEngine> engine) : engine_(std::move(engine)) {}

TextPage Reader::read(const CleanPage& page) {
  TextPage text = blank_text_page(page);
  text.reader = engine_->name();
  text.language = engine_->language();
  if (page.pixels.empty()) return text;
  Ink ink = find_ink(page.pixels);
  const double letter_height = usual_letter_height(ink, page.dpi);
  const std::vector<Strip> strips = find_strips(ink, letter_height);
  const double slope = page_slope(strips);
  const std::vector<std::vector<Word>> words = read_strips(*engine_, page.pixels, ink, strips);
  std::vector<Line> lines;
  std::vector<StripReading> readings;
  for (std::size_t i = 0; i < strips.size(); ++i) {
    if (!words[i].empty()) lines.push_back(measured_line(ink, strips[i], words[i]));
    readings.push_back({strips[i], !words[i].empty()});
  }
  text.blocks = in_reading_order(std::move(lines), find_tables(ink, letter_height, slope),
                                 letter_height, slope);
  text.findings = find_unread_ink(ink, readings, letter_height);
  make_upright(text, page);
  return text;
}

std::unique_ptr<Reader> make_reader(const ReaderSettings& settings) {
  return std::make_unique<Reader>(make_engine(with_own_model(settings)));
}

}  // namespace sohoa
