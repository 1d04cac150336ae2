#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sohoa {

/// One word and how it is to be set.
struct MarkedWord {
  std::string text;
  bool bold = false;
  bool italic = false;
  bool hand = false;
  std::string field;
};

/// Reads *bold*, _italic_, ~by hand~ and <field>words<>; see typist.h. Punctuation right after
/// markup goes to the word before it.
std::vector<MarkedWord> parse_markup(std::string_view text);

/// The text without its markup.
std::string plain_words(std::string_view text);

/// What is tagged as a field, in order; the stretches of one name make one value.
std::vector<std::pair<std::string, std::string>> fields_in(std::string_view text);

}  // namespace sohoa
