#include "samples/markup.h"

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

}  // namespace sohoa
