#include "pipeline/recognize/strip_reader.h"

#include <algorithm>

#include "pipeline/recognize/choice.h"
#include "pipeline/recognize/crop.h"
#include "pipeline/recognize/noise.h"
#include "pipeline/recognize/repair.h"
#include "pipeline/recognize/resample.h"
#include "pipeline/recognize/word_boxes.h"

namespace sohoa {

namespace {

// The network reads lines 36 px high. Scaling to that height here keeps libtesseract from scaling
// and sharpening, and the window smooths the steps of 1-bit scans.
constexpr int kLineHeight = 36;
constexpr double kSmoothing = 0.45;  // px of the line image

constexpr Framing kFirst{2.4, 0.8};
constexpr Framing kSecond{1.6, 0.5};
constexpr double kTrustMin = 1.05;  // see trust_in

std::vector<Word> read_framed(TesseractEngine& engine, const Image& page, const Ink& ink,
                              const Strip& strip, const Framing& framing) {
  const Crop crop = cut_out(page, ink, strip, framing);
  const double scale = static_cast<double>(crop.grey.height) / kLineHeight;
  std::vector<Word> words =
      engine.read_line(resample_to_height(crop.grey, kLineHeight, kSmoothing));
  for (Word& word : words) {
    word.text = repaired(word.text);
    word.box = {crop.origin.x + word.box.left * scale, crop.origin.y + word.box.top * scale,
                crop.origin.x + word.box.right * scale, crop.origin.y + word.box.bottom * scale};
  }
  fit_word_boxes(ink, strip, words);
  std::erase_if(words, [](const Word& word) { return word.text.empty(); });
  return words;
}

bool is_doubtful(const Word& word) { return trust_in(word) < kTrustMin; }

}  // namespace

std::vector<Word> read_strip(TesseractEngine& engine, const Image& page, const Ink& ink,
                             const Strip& strip) {
  std::vector<Word> words = read_framed(engine, page, ink, strip, kFirst);
  if (std::any_of(words.begin(), words.end(), is_doubtful)) {
    words = better_words(words, read_framed(engine, page, ink, strip, kSecond));
  }
  drop_noise(words);
  return words;
}

}  // namespace sohoa
