#include "models/ocr/recipe/lines/line_cutter.h"

#include <algorithm>

#include "pipeline/acquire/jpeg.h"
#include "pipeline/clean/clean.h"
#include "pipeline/recognize/crop.h"
#include "pipeline/recognize/ink.h"
#include "pipeline/recognize/line_engine.h"
#include "pipeline/recognize/resample.h"
#include "pipeline/recognize/strips.h"
#include "samples/encode.h"

namespace sohoa {

namespace {

constexpr double kSmoothing = 0.45;  // as the reader's
constexpr double kOfLineMin = 0.6;   // of a word's height, that lies in the strip
constexpr double kInsideMin = 0.85, kOutsideMax = 0.1;  // of a word's width
constexpr double kBesideMax = 0.2;  // of a word's width, that another word covers
constexpr double kJunkShare = 0.1;  // of the strips without text

struct PlacedTruth {
  std::string text;
  Box box;  // clean px
};

ScannedPage page_of(const Scan& scan) {
  ScannedPage page;
  page.source = {"training", 1};
  page.dpi = scan.wear.dpi;
  page.size = scan.size;
  page.pixels = scan.pixels;
  if (scan.wear.tone != Tone::kBilevel) {
    const DecodeTask task{"training", 250};
    page.pixels =
        read_jpeg(task, jpeg_of(scan.pixels, scan.wear.dpi, scan.wear.jpeg_quality)).pixels;
  }
  return page;
}

std::vector<PlacedTruth> words_on(const CleanPage& page, const PageTruth& truth) {
  std::vector<PlacedTruth> words;
  const Matrix to_clean = inverse(page.to_upright);
  for (const TruthLine& line : truth.lines) {
    for (const TruthWord& word : line.words) words.push_back({word.text, to_clean * word.box});
  }
  return words;
}

double share_of(double part, double whole) { return whole > 0 ? part / whole : 0; }

/// The words of a strip from left to right. False: it holds a part of one, or words over others.
bool words_of(const Strip& strip, const std::vector<PlacedTruth>& all,
              std::vector<const PlacedTruth*>& words) {
  for (const PlacedTruth& word : all) {
    const Box common = intersection(word.box, strip.box);
    if (common.empty()) continue;
    const double baseline = strip.baseline_at(word.box.centre().x);
    const double above = baseline - 1.6 * strip.letter_height;
    const double below = baseline + 0.7 * strip.letter_height;
    const double in_line = std::min(word.box.bottom, below) - std::max(word.box.top, above);
    if (share_of(in_line, word.box.height()) < kOfLineMin) continue;
    const double inside = share_of(common.width(), word.box.width());
    if (inside <= kOutsideMax) continue;
    if (inside < kInsideMin) return false;
    words.push_back(&word);
  }
  std::sort(words.begin(), words.end(),
            [](const auto* a, const auto* b) { return a->box.left < b->box.left; });
  for (std::size_t i = 1; i < words.size(); ++i) {
    const double common = words[i - 1]->box.right - words[i]->box.left;
    if (common > kBesideMax * words[i]->box.width()) return false;
  }
  return true;
}

Framing some_framing(Random& random) {
  const double kind = random.unit();
  if (kind < 0.45) return {2.4 + 0.1 * random.normal(), 0.8 + 0.05 * random.normal()};
  if (kind < 0.65) return {1.6 + 0.05 * random.normal(), 0.5 + 0.04 * random.normal()};
  return {random.between(1.5, 2.7), random.between(0.45, 1)};
}

}  // namespace

std::vector<TrainingLine> cut_lines(const Scan& scan, Random& random, CutCounts& counts) {
  CleanSettings settings;
  settings.rotate = false;
  const CleanPage page = clean_page(page_of(scan), settings);
  const std::vector<PlacedTruth> truth = words_on(page, scan.truth);
  counts.words += static_cast<int>(truth.size());
  std::vector<TrainingLine> lines;
  Ink ink = find_ink(page.pixels);
  for (const Strip& strip : find_strips(ink, usual_letter_height(ink, page.dpi))) {
    ++counts.strips;
    std::vector<const PlacedTruth*> words;
    const Framing framing = some_framing(random);
    const bool kept = words_of(strip, truth, words);
    if (words.empty() && !random.chance(kJunkShare)) continue;
    if (!kept) continue;
    const Crop crop = cut_out(page.pixels, ink, strip, framing);
    TrainingLine line;
    line.input = line_input(resample_to_height(crop.grey, kLineHeight, kSmoothing));
    for (const PlacedTruth* word : words) {
      if (!line.text.empty()) line.text += ' ';
      line.text += word->text;
    }
    ++counts.strips_kept;
    counts.words_kept += static_cast<int>(words.size());
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace sohoa
