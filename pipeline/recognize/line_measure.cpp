#include "pipeline/recognize/line_measure.h"

#include <algorithm>
#include <cmath>

#include "pipeline/base/text.h"

namespace sohoa {

namespace {

// Of Times-like faces, in parts of the font size (Liberation Serif).
constexpr double kXHeight = 0.459;
constexpr double kCapitalHeight = 0.655;

constexpr double kSmallLetterShareMin = 0.3;

// Letters without ascender or mark: acemnorsuvwxz. Their height is the x-height.
bool is_low_letter(char c) {
  return std::string_view("acegmnopqrsuvwxyz").find(c) != std::string_view::npos;
}

double small_letter_share(const std::vector<Word>& words) {
  int low = 0, all = 0;
  for (const Word& word : words) {
    for (const char c : word.text) {
      if (static_cast<unsigned char>(c) >= 0x80) continue;
      ++all;
      if (is_low_letter(c)) ++low;
    }
  }
  return all == 0 ? 0 : static_cast<double>(low) / all;
}

// Heights over the baseline of the letters that stand on it, in order.
std::vector<double> heights_of(const Ink& ink, const Strip& strip) {
  std::vector<double> heights;
  for (const int letter : strip.letters) {
    const Box& box = ink.marks[letter].box;
    const double baseline = strip.baseline_at(box.centre().x);
    if (std::abs(box.bottom - baseline) < 0.2 * strip.letter_height) {
      heights.push_back(baseline - box.top);
    }
  }
  std::sort(heights.begin(), heights.end());
  return heights;
}

double x_height_of(const std::vector<double>& heights, double small_share, double letter_height) {
  if (heights.empty()) return letter_height;
  if (small_share < kSmallLetterShareMin) {
    return heights[heights.size() / 2] * kXHeight / kCapitalHeight;
  }
  // The lowest third is sure to be low letters; the middle of those about as high is the measure.
  const double low = heights[heights.size() / 6];
  const auto end = std::upper_bound(heights.begin(), heights.end(), 1.2 * low);
  return heights[static_cast<std::size_t>(end - heights.begin()) / 2];
}

}  // namespace

Line measured_line(const Ink& ink, const Strip& strip, std::vector<Word> words) {
  Line line;
  for (const Word& word : words) line.box = bounds(line.box, word.box);
  line.baseline_start = {line.box.left, strip.baseline_at(line.box.left)};
  line.baseline_end = {line.box.right, strip.baseline_at(line.box.right)};
  line.x_height =
      x_height_of(heights_of(ink, strip), small_letter_share(words), strip.letter_height);
  line.font_size_pt = line.x_height / kXHeight;
  line.words = std::move(words);
  return line;
}

}  // namespace sohoa
