#include "pipeline/recognize/strip_reader.h"

#include <algorithm>
#include <utility>

#include "pipeline/base/text.h"
#include "pipeline/recognize/choice.h"
#include "pipeline/recognize/crop.h"
#include "pipeline/recognize/crossed_ends.h"
#include "pipeline/recognize/noise.h"
#include "pipeline/recognize/repair.h"
#include "pipeline/recognize/resample.h"
#include "pipeline/recognize/run_together.h"
#include "pipeline/recognize/word_boxes.h"

namespace sohoa {

namespace {

// Scaling to the height that networks read keeps libtesseract from scaling and sharpening, and the
// window smooths the steps of 1-bit scans.
constexpr double kSmoothing = 0.45;  // px of the line image

constexpr Framing kFirst{2.4, 0.8};
constexpr Framing kSecond{1.6, 0.5};
constexpr std::size_t kCrossedMax = 40;  // line ends with strokes, about: a seal crosses some four
constexpr double kTrustMin = 1.05;       // see trust_in

/// A strip as the engine sees it, and where that lies on the page.
struct FramedStrip {
  const Strip* strip = nullptr;
  Point origin;
  double scale = 1;  // page px a px of the line image
};

double length_of(const std::string& text) {
  return static_cast<double>(to_code_points(text).size());
}

/// Each word by itself: what was run together is parted by the share of the letters.
std::vector<Word> parted(const std::vector<Word>& words) {
  std::vector<Word> parts;
  for (const Word& word : words) {
    const double letters = std::max(1.0, length_of(word.text));
    double left = word.box.left;
    for (const std::string& text : run_together(word.text)) {
      const double right = left + word.box.width() * length_of(text) / letters;
      parts.push_back({text, {left, word.box.top, right, word.box.bottom}, word.confidence});
      left = right;
    }
  }
  return parts;
}

void finish_words(const Ink& ink, const FramedStrip& framed, std::vector<Word>& words) {
  const double scale = framed.scale;
  for (Word& word : words) word.text = repaired(word.text);
  words = parted(words);
  for (Word& word : words) {
    word.box = {framed.origin.x + word.box.left * scale, framed.origin.y + word.box.top * scale,
                framed.origin.x + word.box.right * scale,
                framed.origin.y + word.box.bottom * scale};
  }
  fit_word_boxes(ink, *framed.strip, words);
}

std::vector<std::vector<Word>> read_framed(LineEngine& engine, const Image& page, const Ink& ink,
                                           const std::vector<const Strip*>& strips,
                                           const Framing& framing) {
  std::vector<Image> lines;
  std::vector<FramedStrip> framed;
  for (const Strip* strip : strips) {
    const Crop crop = cut_out(page, ink, *strip, framing);
    framed.push_back({strip, crop.origin, static_cast<double>(crop.grey.height) / kLineHeight});
    lines.push_back(resample_to_height(crop.grey, kLineHeight, kSmoothing));
  }
  std::vector<std::vector<Word>> words = engine.read_lines(lines);
  for (std::size_t i = 0; i < framed.size(); ++i) finish_words(ink, framed[i], words[i]);
  return words;
}

bool has_doubts(const std::vector<Word>& words) {
  return std::any_of(words.begin(), words.end(),
                     [](const Word& word) { return trust_in(word) < kTrustMin; });
}

/// Where a black seal or a signature runs into a line's ends.
void complete_ends(LineEngine& engine, const Image& page, const Ink& ink,
                   const std::vector<Strip>& strips, std::vector<std::vector<Word>>& words) {
  std::vector<CrossedEnd> crossed;
  std::vector<std::size_t> of;
  for (std::size_t i = 0; i < strips.size() && crossed.size() < kCrossedMax; ++i) {
    if (words[i].empty()) continue;
    for (CrossedEnd& end : with_crossed_ends(ink, strips[i])) {
      crossed.push_back(std::move(end));
      of.push_back(i);
    }
  }
  std::vector<const Strip*> longer;
  longer.reserve(crossed.size());
  for (const CrossedEnd& end : crossed) longer.push_back(&end.strip);
  auto read = read_framed(engine, page, ink, longer, kFirst);
  for (std::size_t i = 0; i < read.size(); ++i) {
    drop_noise(read[i]);
    complete_end(words[of[i]], crossed[i], read[i]);
  }
}

}  // namespace

std::vector<std::vector<Word>> read_strips(LineEngine& engine, const Image& page, const Ink& ink,
                                           const std::vector<Strip>& strips) {
  std::vector<const Strip*> all;
  all.reserve(strips.size());
  for (const Strip& strip : strips) all.push_back(&strip);
  std::vector<std::vector<Word>> words = read_framed(engine, page, ink, all, kFirst);
  std::vector<std::size_t> doubtful;
  std::vector<const Strip*> again;
  for (std::size_t i = 0; i < strips.size(); ++i) {
    if (!has_doubts(words[i])) continue;
    doubtful.push_back(i);
    again.push_back(all[i]);
  }
  const auto second = read_framed(engine, page, ink, again, kSecond);
  for (std::size_t i = 0; i < doubtful.size(); ++i) {
    words[doubtful[i]] = better_words(words[doubtful[i]], second[i]);
  }
  for (std::vector<Word>& line : words) drop_noise(line);
  complete_ends(engine, page, ink, strips, words);
  return words;
}

}  // namespace sohoa
