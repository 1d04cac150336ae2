#include "samples/markup.h"

#include <algorithm>
#include <utility>

namespace sohoa {

std::vector<MarkedWord> parse_markup(std::string_view text) {
  std::vector<MarkedWord> words;
  MarkedWord style;
  std::string letters;
  bool parted = true;  // white space since the last word
  const auto end_word = [&] {
    if (letters.empty()) return;
    // A comma after markup belongs to the word before it.
    if (!parted && std::string_view(",.;:)").find(letters.front()) != std::string_view::npos) {
      words.back().text += std::exchange(letters, {});
      return;
    }
    words.push_back(style);
    words.back().text = std::exchange(letters, {});
    parted = false;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ' ' || c == '\n') {
      end_word();
      parted = true;
    } else if (c == '*' || c == '_' || c == '~') {
      end_word();
      bool& toggled = c == '*' ? style.bold : c == '_' ? style.italic : style.hand;
      toggled = !toggled;
    } else if (c == '<') {
      end_word();
      const std::size_t close = text.find('>', i);
      style.field = text.substr(i + 1, close - i - 1);
      i = close;
    } else {
      letters += c;
    }
  }
  end_word();
  return words;
}

std::string plain_words(std::string_view text) {
  std::string plain;
  for (const MarkedWord& word : parse_markup(text)) {
    plain += (plain.empty() ? "" : " ") + word.text;
  }
  return plain;
}

std::vector<std::pair<std::string, std::string>> fields_in(std::string_view text) {
  std::vector<std::pair<std::string, std::string>> fields;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
    const std::size_t close = text.find('>', at);
    const std::string name(text.substr(at + 1, close - at - 1));
    at = close + 1;
    if (name.empty()) continue;
    const std::string value = plain_words(text.substr(at, text.find('<', at) - at));
    const auto same = [&](const auto& field) { return field.first == name; };
    const auto known = std::find_if(fields.begin(), fields.end(), same);
    if (known == fields.end()) {
      fields.emplace_back(name, value);
    } else {
      known->second += " " + value;
    }
  }
  return fields;
}

}  // namespace sohoa
