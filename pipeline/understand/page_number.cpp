#include "pipeline/understand/page_number.h"

#include <cmath>
#include <string_view>

namespace sohoa {

namespace {

constexpr double kMarginMm = 24;     // top and bottom, that page numbers stand in
constexpr double kCentreOffMm = 22;  // of a bare number
constexpr std::size_t kDigitsMax = 3;
constexpr std::size_t kWordsMax = 5;

/// What is left of the line when the word "Trang" and dashes are taken off: "2/5".
std::optional<PageNumber> read_number(std::string_view text) {
  PageNumber number;
  int* part = &number.number;
  std::size_t digits = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      if (++digits > kDigitsMax) return std::nullopt;
      *part = *part * 10 + (c - '0');
    } else if (c == '/' && part == &number.number && digits > 0) {
      part = &number.of;
      digits = 0;
    } else if (c != ' ' && c != '-' && c != '.' && c != '|') {
      return std::nullopt;
    }
  }
  if (number.number == 0 || (part == &number.of && number.of < number.number)) return std::nullopt;
  return number;
}

bool is_the_word(const ViewWord& word) {
  static const Letters kPage = letters_of("Trang");
  return likeness(letters_of(word.word.text), kPage, 0.8) > 0;
}

}  // namespace

std::optional<PageNumber> find_page_number(const PageView& page) {
  for (const ViewLine& line : page.lines) {
    const bool in_margin = line.mm.bottom < kMarginMm || line.mm.top > page.height_mm - kMarginMm;
    if (!in_margin || line.words.size() > kWordsMax) continue;
    const bool says_page = is_the_word(line.words.front());
    const bool centred = std::abs(line.mm.centre().x - page.width_mm / 2) < kCentreOffMm;
    if (!says_page && !centred) continue;
    const std::string text = text_of(line, says_page ? 1 : 0, line.words.size());
    const std::optional<PageNumber> number = read_number(text);
    if (number) return number;
  }
  return std::nullopt;
}

}  // namespace sohoa
