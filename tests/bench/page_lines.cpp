#include "tests/bench/page_lines.h"

#include "pipeline/acquire/acquire.h"
#include "pipeline/clean/clean.h"
#include "pipeline/recognize/ink.h"
#include "pipeline/recognize/strip_reader.h"
#include "pipeline/recognize/strips.h"

namespace sohoa::test {

namespace {

constexpr double kUsualDpi = 300;  // of images that do not tell

std::vector<Image> lines_of(const CleanPage& page) {
  if (page.pixels.empty()) return {};
  Ink ink = find_ink(page.pixels);
  const std::vector<Strip> strips = find_strips(ink, usual_letter_height(ink, page.dpi));
  LineCollector collector;
  read_strips(collector, page.pixels, ink, strips);
  return collector.take();
}

}  // namespace

std::vector<std::vector<Word>> LineCollector::read_lines(std::span<const Image> lines) {
  lines_.insert(lines_.end(), lines.begin(), lines.end());
  return std::vector<std::vector<Word>>(lines.size());
}

void each_page_lines(const std::filesystem::path& file,
                     const std::function<void(std::vector<Image>)>& take) {
  AcquireSettings settings;
  settings.image_dpi = kUsualDpi;
  settings.copy_signed = true;
  const InputFile input = open_input(file, file.string(), settings);
  PageLoader loader(settings);
  for (int page = 1; page <= input.page_count; ++page) {
    take(lines_of(clean_page(loader.load(input, page), {})));
  }
}

}  // namespace sohoa::test
