#include "pipeline/recognize/repair.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "pipeline/base/text.h"
#include "pipeline/recognize/letters.h"
#include "pipeline/recognize/syllable.h"

namespace sohoa {

namespace {

using CodePoints = std::u32string;
using Pair = std::pair<char32_t, char32_t>;

// Always: the left one is in no Vietnamese text; word processors write the shorter of the two long
// dashes, which print hardly tells apart.
constexpr std::array<Pair, 4> kAlways = {
    {{U'\u00D0', U'Đ'}, {U'\u00F0', U'đ'}, {U'\u2044', U'/'}, {U'\u2014', U'\u2013'}}};

// When the result is a syllable, or the letter of a list.
constexpr std::array<Pair, 4> kLookAlike = {
    {{U'ø', U'g'}, {U'ï', U'i'}, {U'¡', U'i'}, {U'ö', U'ô'}}};

constexpr std::array<std::u32string_view, 2> kMisreadDecision = {U"0Đ-", U"OĐ-"};
constexpr std::array<std::u32string_view, 3> kMisreadDecree = {U"WVĐ-CP", U"NVĐ-CP", U"VĐ-CP"};

constexpr std::array<std::u32string_view, 2> kMailEnds = {U".vn", U".com"};
constexpr std::array<std::u32string_view, 4> kMisreadAt = {U"(@)", U"@)", U"(@", U"()"};

constexpr std::u32string_view kEndOfText = U"./.";
constexpr std::array<std::u32string_view, 3> kMisreadEndOfText = {U".!.", U"./", U"/."};

constexpr std::size_t kDottedLineMin = 4;

bool is_list_letter(const CodePoints& word) { return word.size() == 2 && word[1] == U')'; }

void replace_always(CodePoints& word) {
  for (char32_t& c : word) {
    for (const auto& [from, to] : kAlways) {
      if (c == from) c = to;
    }
  }
}

void replace_look_alikes(CodePoints& word) {
  CodePoints candidate = word;
  for (char32_t& c : candidate) {
    for (const auto& [from, to] : kLookAlike) {
      if (c == from) c = to;
    }
  }
  if (candidate == word) return;
  if (is_list_letter(word) || is_syllable(without_punctuation(to_utf8(candidate)))) {
    word = candidate;
  }
}

void drop_doubled_d(CodePoints& word) {
  for (std::size_t at = word.find(U"ĐĐ"); at != CodePoints::npos; at = word.find(U"ĐĐ")) {
    word.erase(at, 1);
  }
}

// The recognizer wavers between two forms of a vowel and writes both: the second one stays, if that
// makes a syllable of what was none.
void drop_doubled_vowel(CodePoints& word) {
  if (is_syllable(without_punctuation(to_utf8(word)))) return;
  for (std::size_t i = 0; i + 1 < word.size(); ++i) {
    if (word[i] < 0x80 && word[i + 1] < 0x80) continue;
    const char32_t vowel = base_letter(word[i]);
    if (vowel == 0 || CodePoints(U"aeiouy").find(vowel) == CodePoints::npos) continue;
    if (vowel != base_letter(word[i + 1])) continue;
    CodePoints candidate = word;
    candidate.erase(i, 1);
    if (!is_syllable(without_punctuation(to_utf8(candidate)))) continue;
    word = candidate;
    return;
  }
}

// After the slash of a number, or at the word's start.
void mend_kind_of_act(CodePoints& word) {
  const std::size_t slash = word.rfind(U'/');
  const std::size_t at = slash == CodePoints::npos ? 0 : slash + 1;
  const std::u32string_view rest = std::u32string_view(word).substr(at);
  for (const std::u32string_view misread : kMisreadDecision) {
    if (!rest.starts_with(misread) || rest.size() == misread.size()) continue;
    word.replace(at, misread.size(), U"QĐ-");
    return;
  }
  for (const std::u32string_view misread : kMisreadDecree) {
    if (slash == CodePoints::npos || !rest.starts_with(misread)) continue;
    word.replace(at, misread.size(), U"NĐ-CP");
    return;
  }
}

void mend_first_digit(CodePoints& word) {
  if (word.size() < 2 || (word[0] != U'l' && word[0] != U'I')) return;
  const std::size_t end = std::min(word.find_first_of(U"/.-,;:)"), word.size());
  if (end < 2 ||
      !std::all_of(word.begin() + 1, word.begin() + static_cast<std::ptrdiff_t>(end), is_digit)) {
    return;
  }
  word[0] = U'1';
}

// The machine-readable zone of an identity card of Viet Nam (ICAO Doc 9303 part 5): its I has feet
// and a head.
void mend_machine_readable_zone(CodePoints& word) {
  if (word.starts_with(U"TDVNM")) word[0] = U'I';
}

// The ring of a small @ falls apart; no address has parentheses.
void mend_mail_address(CodePoints& word) {
  const bool is_host = std::any_of(kMailEnds.begin(), kMailEnds.end(),
                                   [&](std::u32string_view end) { return word.ends_with(end); });
  if (!is_host) return;
  for (const std::u32string_view misread : kMisreadAt) {
    const std::size_t at = word.find(misread);
    if (at == CodePoints::npos || at == 0) continue;
    word.replace(at, misread.size(), U"@");
    return;
  }
}

// What ends an official text; no other word ends like it.
void mend_end_of_text(CodePoints& word) {
  if (word.ends_with(kEndOfText)) return;
  // Behind a letter, two dots may be the start of a dotted line.
  if (word.ends_with(U")..")) word.replace(word.size() - 2, 2, kEndOfText);
  for (const std::u32string_view misread : kMisreadEndOfText) {
    if (word.size() <= misread.size() || !word.ends_with(misread)) continue;
    const std::size_t at = word.size() - misread.size();
    if (is_letter_or_digit(word[at - 1]) || word[at - 1] == U')') {
      word.replace(at, word.size(), kEndOfText);
    }
    return;
  }
}

// The dotted line of a form after its words; three dots are an ellipsis.
void drop_leader(CodePoints& word) {
  const std::size_t end = word.find_last_not_of(U".…") + 1;
  const auto dots = std::count(word.begin() + static_cast<std::ptrdiff_t>(end), word.end(), U'.');
  if (static_cast<std::size_t>(dots) >= kDottedLineMin) word.erase(end);
}

}  // namespace

std::string repaired(const std::string& text) {
  CodePoints word = to_code_points(text);
  replace_always(word);
  drop_doubled_d(word);
  replace_look_alikes(word);
  drop_doubled_vowel(word);
  mend_kind_of_act(word);
  mend_first_digit(word);
  mend_machine_readable_zone(word);
  mend_mail_address(word);
  mend_end_of_text(word);
  drop_leader(word);
  return to_utf8(word);
}

}  // namespace sohoa
