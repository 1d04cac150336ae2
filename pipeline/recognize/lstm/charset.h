#pragma once

#include <span>
#include <string>
#include <vector>

#include "pipeline/recognize/lstm/traineddata.h"

namespace sohoa {

/// What the labels of a network stand for.
struct Charset {
  std::vector<std::string> texts;  // of each label, UTF-8; a space; empty for the null label
  std::vector<int> characters;     // of each label: its number in the word list; -1: none
};

inline constexpr int kSpaceCharacter = 0;  // its number in the word list

/// Reads unicharset and recoder. Throws UnusableModel for damaged bytes, and for writing systems
/// whose characters take several labels (Chinese, Indic).
Charset parse_charset(const TrainedData& model, int label_count, int null_label);

std::string text_of(const Charset& charset, std::span<const int> labels);

}  // namespace sohoa
