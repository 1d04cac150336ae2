#include "pipeline/understand/marks/rules.h"

#include <algorithm>
#include <bit>
#include <vector>

namespace sohoa {

namespace {

/// Where bits have `length` ones from there on, 1 … 32.
std::uint64_t begins_run(std::uint64_t bits, int length) {
  for (int have = 1; have < length;) {
    const int more = std::min(have, length - have);
    bits &= bits >> more;
    have += more;
  }
  return bits;
}

void find_upright_rules(const InkMap& ink, int length, std::vector<Box>& rules) {
  // Every long run covers one of these rows and half a length below it.
  const int step = std::max(1, length / 2);
  std::vector<int> done(static_cast<std::size_t>(ink.words_in_row()) * 64);  // rows of each column
  for (int y = 0; y + step <= ink.height(); y += step) {
    for (int word = 0; word < ink.words_in_row(); ++word) {
      std::uint64_t through = ink.row(y)[word];
      for (int below = 1; below < step && through != 0; ++below)
        through &= ink.row(y + below)[word];
      for (; through != 0; through &= through - 1) {
        const int x = word * 64 + std::countr_zero(through);
        if (done[x] > y) continue;
        int top = y, bottom = y + step;
        while (top > 0 && ink.at(x, top - 1)) --top;
        while (bottom < ink.height() && ink.at(x, bottom)) ++bottom;
        done[x] = bottom;
        if (bottom - top >= length) rules.push_back({1.0 * x, 1.0 * top, x + 1.0, 1.0 * bottom});
      }
    }
  }
}

}  // namespace

std::vector<Box> level_runs(const InkMap& ink, int length) {
  std::vector<Box> runs;
  // Half of a long run, or half a word, lies within one word.
  const int within_word = std::clamp(length / 2, 1, 32);
  for (int y = 0; y < ink.height(); ++y) {
    const std::uint64_t* row = ink.row(y);
    int done = 0;  // px of the row
    for (int word = 0; word < ink.words_in_row(); ++word) {
      if (row[word] == 0) continue;
      std::uint64_t begins = begins_run(row[word], within_word);
      for (; begins != 0; begins &= begins - 1) {
        int left = word * 64 + std::countr_zero(begins);
        if (left < done) continue;
        int right = left + within_word;
        while (left > 0 && ink.at(left - 1, y)) --left;
        while (right < ink.width() && ink.at(right, y)) ++right;
        done = right;
        if (right - left < length) continue;
        runs.push_back({1.0 * left, 1.0 * y, 1.0 * right, y + 1.0});
      }
    }
  }
  return runs;
}

void erase_rules(InkMap& ink, int length) {
  std::vector<Box> rules = level_runs(ink, length);
  find_upright_rules(ink, length, rules);
  for (const Box& rule : rules) ink.erase(rule);
}

}  // namespace sohoa
