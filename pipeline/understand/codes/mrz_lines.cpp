#include "pipeline/understand/codes/mrz_lines.h"

#include <algorithm>

#include "pipeline/base/text.h"

namespace sohoa {

namespace {

constexpr std::size_t kLineBytesMax = 400;
constexpr std::size_t kLengthOffMax = 12;
constexpr std::size_t kRunLeftMin = 1;

struct Confusion {
  char letter;
  char digit;
};
constexpr Confusion kConfusions[] = {{'O', '0'}, {'Q', '0'}, {'D', '0'}, {'I', '1'}, {'L', '1'},
                                     {'Z', '2'}, {'S', '5'}, {'G', '6'}, {'B', '8'}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_filler_like(char c) { return c == 'K' || c == 'C'; }

char as_digit(char c) {
  for (const Confusion& pair : kConfusions) {
    if (pair.letter == c) return pair.digit;
  }
  return c;
}

/// The first letter of the table: 0 is read for O, not for Q.
char as_letter(char c) {
  for (const Confusion& pair : kConfusions) {
    if (pair.digit == c) return pair.letter;
  }
  return c;
}

struct Run {
  std::size_t first = 0;
  std::size_t length = 0;
};

Run longest_filler(const std::string& line) {
  Run longest;
  for (std::size_t first = 0; first < line.size(); ++first) {
    std::size_t end = first;
    while (end < line.size() && line[end] == '<') ++end;
    if (end - first > longest.length) longest = {first, end - first};
    first = end;
  }
  return longest;
}

}  // namespace

std::optional<std::string> mrz_characters(const std::string& line) {
  if (line.size() > kLineBytesMax || !is_utf8(line)) return std::nullopt;
  std::string text;
  for (const char32_t c : to_code_points(line)) {
    if (c >= U'a' && c <= U'z') {
      text += static_cast<char>(c - U'a' + U'A');
    } else if ((c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') || c == U'<') {
      text += static_cast<char>(c);
    } else if (c == U'«') {
      text += "<<";
    } else if (c == U'‹') {
      text += '<';
    } else if (c != U' ' && c != U'\t' && c != U'\u00A0') {
      return std::nullopt;
    }
  }
  return text;
}

std::optional<std::string> fitted(const std::string& line, std::size_t length) {
  if (line.size() == length) return line;
  const Run run = longest_filler(line);
  if (run.length == 0) return std::nullopt;
  if (line.size() < length) {
    if (length - line.size() > kLengthOffMax) return std::nullopt;
    return std::string(line).insert(run.first, length - line.size(), '<');
  }
  const std::size_t over = line.size() - length;
  if (over > kLengthOffMax || over + kRunLeftMin > run.length) return std::nullopt;
  return std::string(line).erase(run.first, over);
}

std::string repaired(const std::string& line, std::string_view pattern) {
  std::string text = line;
  for (std::size_t i = 0; i < std::min(text.size(), pattern.size()); ++i) {
    if (pattern[i] == '9') text[i] = as_digit(text[i]);
    if (pattern[i] == 'A' && is_digit(text[i])) text[i] = as_letter(text[i]);
    if (pattern[i] == '<' && is_filler_like(text[i])) text[i] = '<';
  }
  return text;
}

std::string with_fillers(std::string names) {
  for (std::size_t first = 1; first < names.size(); ++first) {
    if (names[first - 1] != '<') continue;
    std::size_t end = first;
    while (end < names.size() && is_filler_like(names[end])) ++end;
    if (end == names.size() || names[end] == '<') {
      std::fill(names.begin() + static_cast<std::ptrdiff_t>(first),
                names.begin() + static_cast<std::ptrdiff_t>(end), '<');
    }
  }
  return names;
}

}  // namespace sohoa
