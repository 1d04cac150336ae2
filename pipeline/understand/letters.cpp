#include "pipeline/understand/letters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>

#include "pipeline/base/text.h"

namespace sohoa {

namespace {

constexpr double kTooFar = std::numeric_limits<double>::infinity();

// Latin with all that Vietnamese adds to it ends at ỹ, U+1EF9.
constexpr char32_t kTableEnd = 0x1F00;

struct LetterTable {
  std::array<Letter, kTableEnd> letters{};  // `whole` 0: no letter or digit

  LetterTable() {
    for (char32_t c = 0; c < kTableEnd; ++c) {
      const std::string text = to_utf8({&c, 1});
      const std::string plain = without_marks(text);
      const bool known = plain.size() == 1 && ((plain[0] >= 'a' && plain[0] <= 'z') ||
                                               (plain[0] >= '0' && plain[0] <= '9'));
      if (!known) continue;
      const std::u32string folded = to_code_points(case_folded(text));
      letters[c] = {folded.size() == 1 ? folded.front() : c, plain[0]};
    }
  }
};

const Letter& letter_of(char32_t c) {
  static const LetterTable table;
  return table.letters[c];
}

// What print readers take for each other: letters of one group.
constexpr std::array<char, 128> kGroupOf = [] {
  std::array<char, 128> groups{};
  constexpr std::array<std::string_view, 6> kGroups = {"il1j", "o0q", "s5", "b8", "z2", "g9"};
  for (std::size_t i = 0; i < kGroups.size(); ++i) {
    for (const char c : kGroups[i])
      groups[static_cast<unsigned char>(c)] = static_cast<char>(i + 1);
  }
  return groups;
}();

bool confused(char a, char b) {
  const char group = kGroupOf[static_cast<unsigned char>(a) & 127];
  return group != 0 && group == kGroupOf[static_cast<unsigned char>(b) & 127];
}

// Letters that one has and the other has not must at least be changed.
double least_distance(std::span<const Letter> a, std::span<const Letter> b) {
  std::array<int, 128> surplus{};
  for (const Letter& letter : a) ++surplus[static_cast<unsigned char>(letter.base) & 127];
  for (const Letter& letter : b) --surplus[static_cast<unsigned char>(letter.base) & 127];
  int more = 0, fewer = 0;
  for (const int count : surplus) (count > 0 ? more : fewer) += std::abs(count);
  return std::max(more, fewer) * kConfusionCost;
}

}  // namespace

Letters letters_of(std::string_view text) {
  Letters letters;
  letters.reserve(text.size());
  for (const char32_t c : to_code_points(text)) {
    if (c >= kTableEnd) continue;
    const Letter& letter = letter_of(c);
    if (letter.whole != 0) letters.push_back(letter);
  }
  return letters;
}

double capital_share(std::string_view text) {
  int letters = 0, capitals = 0;
  for (const char32_t c : to_code_points(text)) {
    if (c >= kTableEnd) continue;
    const Letter& letter = letter_of(c);
    if (letter.whole == 0 || (c >= U'0' && c <= U'9')) continue;
    ++letters;
    if (letter.whole != c) ++capitals;
  }
  return letters == 0 ? 0 : static_cast<double>(capitals) / letters;
}

double change_cost(const Letter& a, const Letter& b) {
  if (a.whole == b.whole) return 0;
  if (a.base == b.base && a.base != 0) return kMarkCost;
  return confused(a.base, b.base) ? kConfusionCost : 1;
}

double distance(std::span<const Letter> a, std::span<const Letter> b, double bound) {
  const double difference = std::abs(static_cast<double>(a.size()) - static_cast<double>(b.size()));
  if (difference > bound) return kTooFar;
  if (least_distance(a, b) > bound) return kTooFar;
  std::vector<double> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<double>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    double diagonal = row[0];
    row[0] = static_cast<double>(i);
    double best = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const double changed = diagonal + change_cost(a[i - 1], b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
      best = std::min(best, row[j]);
    }
    if (best > bound) return kTooFar;
  }
  return row[b.size()] > bound ? kTooFar : row[b.size()];
}

double likeness(std::span<const Letter> a, std::span<const Letter> b, double least) {
  const auto length = static_cast<double>(std::max(a.size(), b.size()));
  if (length == 0) return 0;
  // As much as the least is enough, whatever 1 − 0.9 is in binary.
  constexpr double kRounding = 1e-9;
  const double far = distance(a, b, length * (1 - least) + kRounding);
  const double alike = 1 - far / length;
  return alike < least ? 0 : std::max(alike, 0.0);
}

}  // namespace sohoa
