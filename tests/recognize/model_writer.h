#pragma once

#include <map>
#include <string>
#include <vector>

#include "pipeline/recognize/lstm/traineddata.h"
#include "tests/recognize/byte_writer.h"

namespace sohoa::test {

/// A .traineddata file of these parts.
Bytes written_model(const std::map<ModelPart, Bytes>& parts);

/// Its charset: the characters' texts, by number.
Bytes written_charset(const std::vector<std::string>& characters);

/// Its recoder: the labels of each character.
Bytes written_recoder(const std::vector<std::vector<std::int32_t>>& labels);

/// An edge of a word list: to the node that begins with edge `next`.
struct WordEdge {
  std::uint64_t letter = 0;
  std::uint64_t next = 0;
  bool ends_word = false;
  bool last_of_node = true;
  bool backward = false;
};

/// The word list of a charset of `characters` characters.
Bytes written_words(std::int32_t characters, const std::vector<WordEdge>& edges);

/// A small model that can be run: of a space and the letters a and b, with "ab" as its only word.
Bytes small_model();

}  // namespace sohoa::test
