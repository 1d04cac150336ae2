#include "tests/recognize/language_file.h"

#include <cstdint>
#include <iterator>

namespace sohoa::test {

namespace {

void put(Bytes& bytes, std::size_t number, int size) {
  for (int i = 0; i < size; ++i) bytes.push_back(static_cast<std::uint8_t>(number >> (8 * i)));
}

}  // namespace

Bytes LanguageFile::bytes() const {
  const auto number_of = [this](const std::string& word) {
    return static_cast<std::size_t>(std::distance(words.begin(), words.find(word)));
  };
  std::string text;
  std::vector<std::size_t> text_start{0}, bigram_start{0}, trigram_start{0}, second, third;
  Bytes one, two, three;
  for (const auto& [word, steps] : words) {
    text += word;
    text_start.push_back(text.size());
    one.push_back(static_cast<std::uint8_t>(steps));
    for (const auto& [pair, pair_steps] : bigrams) {
      if (pair.first != word) continue;
      second.push_back(number_of(pair.second));
      two.push_back(static_cast<std::uint8_t>(pair_steps));
      for (const auto& [triple, triple_steps] : trigrams) {
        if (triple[0] != pair.first || triple[1] != pair.second) continue;
        third.push_back(number_of(triple[2]));
        three.push_back(static_cast<std::uint8_t>(triple_steps));
      }
      trigram_start.push_back(third.size());
    }
    bigram_start.push_back(second.size());
  }
  Bytes file;
  for (const char c : std::string("SOHOALM1")) file.push_back(static_cast<std::uint8_t>(c));
  for (const std::size_t size : {words.size(), second.size(), third.size(), text.size()}) {
    put(file, size, 4);
  }
  for (const auto& starts : {text_start, bigram_start, trigram_start}) {
    for (const std::size_t start : starts) put(file, start, 4);
  }
  for (const auto& list : {second, third}) {
    for (const std::size_t word : list) put(file, word, 2);
  }
  const Bytes no_weight_one(one.size(), 12), no_weight_two(two.size(), 12);  // e⁻¹
  for (const Bytes& part : {one, no_weight_one, two, no_weight_two, three}) {
    file.insert(file.end(), part.begin(), part.end());
  }
  file.insert(file.end(), text.begin(), text.end());
  return file;
}

}  // namespace sohoa::test
