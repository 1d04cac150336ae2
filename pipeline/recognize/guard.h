#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pipeline/recognize/language_model.h"

namespace sohoa {

/// One way to read a word.
struct WordReading {
  std::string text;            // NFC, with the punctuation around it
  double log_probability = 0;  // by the network
};

/// The ways to read a word of a line, best first; one alone when there is no doubt.
using WordReadings = std::vector<WordReading>;

/// Chooses a reading of each word of a line by what the network saw and by which words follow each
/// other (a trigram model, Viterbi): a tone mark that is hard to see is often plain from the words
/// around it. Words of letters only are weighed; numbers, codes and the given names of people stay
/// as the network has them.
std::vector<std::size_t> choose_readings(const LanguageModel& language,
                                         const std::vector<WordReadings>& line);

/// Whether a word is made of letters, but for the punctuation around it.
bool is_plain_word(const std::string& text);

}  // namespace sohoa
