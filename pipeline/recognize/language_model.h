#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// How likely a syllable is after the two before it: a trigram model with modified Kneser-Ney
/// smoothing (Chen and Goodman 1998), made by models/ocr/recipe/language_model.py. Its bytes,
/// little endian, from an address that is a multiple of four:
///   "SOHOALM1"; u32 words V, bigrams B, trigrams T, bytes of text N
///   u32 text start of each word [V+1], first bigram of each word [V+1], first trigram of each
///   bigram [B+1]; u16 last word of each bigram [B], of each trigram [T]
///   u8 word probability [V], weight below it [V], bigram probability [B], weight below it [B],
///   trigram probability [T]: −ln in twelfths
///   text [N]: the words in small letters, NFC, in the order of their bytes
class LanguageModel {
 public:
  static constexpr int kNone = -1;

  /// `bytes` must stay; `name` is for messages. Throws Error (kDependency) for damaged ones.
  LanguageModel(ByteView bytes, const std::string& name);

  /// The number of a word in small letters; kNone when it is not among the words.
  int word(std::string_view text) const;
  /// What stands for all numbers, and for all other words.
  int number() const { return number_; }
  int other() const { return other_; }

  /// ln P(word | before, last); kNone: nothing is known of what stands there.
  double log_probability(int before, int last, int word) const;

 private:
  int bigram(int last, int word) const;
  double two(int last, int word) const;

  std::span<const std::uint32_t> text_start_, bigram_start_, trigram_start_;
  std::span<const std::uint16_t> bigram_word_, trigram_word_;
  std::span<const std::uint8_t> one_, one_weight_, two_, two_weight_, three_;
  std::string_view text_;
  int number_ = kNone;
  int other_ = kNone;
};

}  // namespace sohoa
