#include "pipeline/recognize/strips.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "pipeline/recognize/joined_lines.h"
#include "pipeline/recognize/leaders.h"
#include "pipeline/recognize/mark_rows.h"
#include "pipeline/recognize/neighbours.h"
#include "pipeline/recognize/small_marks.h"

namespace sohoa {

namespace {

// In inches: from 3 pt small print to a headline.
constexpr double kUsualHeightMin = 0.025;
constexpr double kUsualHeightMax = 0.3;
constexpr double kUsualWidthMax = 0.5;

// In parts of the page's letter height.
constexpr double kLetterHeightMin = 0.45;
constexpr double kLetterHeightMax = 3.5;
constexpr double kTwoLinesHeightMax = 5;
constexpr double kLetterWidthMax = 8.0;  // letters that touch
constexpr double kSmallWidthMax = 2.0;
constexpr double kSmallPixelsMin = 0.003;  // of a letter height squared: less is dirt, which would
                                           // only make the line higher
constexpr double kAccentHeightMax = 0.9;
constexpr double kAccentGapMax = 0.5;
constexpr double kAccentGapOfLetter = 0.45;  // its height: lines of small print are as close
constexpr double kLoneHeightMin = 0.8;       // a strip of one or two must have a mark as high
constexpr double kGapMax = 1.6;              // wider than the spaces of justified text

constexpr std::size_t kFittedLettersMin = 8;
constexpr double kFittedWidthMin = 10;  // letter heights
constexpr double kOffLineMax = 0.25;    // letter heights

// Sum of heights below and above it is equal: dots and specks weigh little.
double weighted_median(std::vector<double> heights) {
  std::sort(heights.begin(), heights.end());
  const double half = std::accumulate(heights.begin(), heights.end(), 0.0) / 2;
  double sum = 0;
  for (const double height : heights) {
    sum += height;
    if (sum >= half) return height;
  }
  return 0;
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

struct Candidates {
  std::vector<int> letters;
  std::vector<int> small;
  std::vector<int> high;  // letters of two lines that touch
};

void sort_mark(const Ink& ink, int mark, double height, Candidates& found) {
  const Box& box = ink.marks[mark].box;
  if (box.height() < kLetterHeightMin * height) {
    const bool dirt = ink.marks[mark].pixels < kSmallPixelsMin * height * height;
    if (box.width() <= kSmallWidthMax * height && !dirt) found.small.push_back(mark);
  } else if (box.width() <= kLetterWidthMax * height) {
    if (box.height() <= kLetterHeightMax * height) {
      found.letters.push_back(mark);
    } else if (box.height() <= kTwoLinesHeightMax * height) {
      found.high.push_back(mark);
    }
  }
}

Candidates sort_by_size(const Ink& ink, double height) {
  Candidates found;
  for (std::size_t i = 0; i < ink.marks.size(); ++i) {
    sort_mark(ink, static_cast<int>(i), height, found);
  }
  return found;
}

// Hats with their tones are as high as small letters, but have a larger letter close under them.
bool stands_over_letter(const Ink& ink, const MarkRows& rows, int mark, double height) {
  const Box& box = ink.marks[mark].box;
  if (box.height() > kAccentHeightMax * height) return false;
  for (int row = rows.row_of(box.bottom); row <= rows.row_of(box.bottom + height); ++row) {
    for (const int i : rows.at(row)) {
      const Box& other = ink.marks[i].box;
      if (other.left >= box.right) break;
      const double gap = other.top - box.bottom;
      const double gap_max = std::min(kAccentGapMax * height, kAccentGapOfLetter * other.height());
      if (i == mark || other.height() < 1.1 * box.height() || gap > gap_max ||
          gap < -0.5 * box.height()) {
        continue;
      }
      if (overlap_of(box.left, box.right, other.left, other.right) >= 0.3 * box.width())
        return true;
    }
  }
  return false;
}

void set_accents_apart(const Ink& ink, double height, Candidates& candidates) {
  const MarkRows rows(ink.marks, candidates.letters, height);
  const auto first_accent =
      std::stable_partition(candidates.letters.begin(), candidates.letters.end(),
                            [&](int i) { return !stands_over_letter(ink, rows, i, height); });
  candidates.small.insert(candidates.small.end(), first_accent, candidates.letters.end());
  candidates.letters.erase(first_accent, candidates.letters.end());
}

void drop_leaders(const Ink& ink, double height, std::vector<int>& small) {
  const std::vector<int> leaders = find_leaders(ink, small, height);
  std::erase_if(small,
                [&](int mark) { return std::binary_search(leaders.begin(), leaders.end(), mark); });
}

MarkLinks link_letters(const Ink& ink, const std::vector<int>& letters, double height) {
  const MarkRows rows(ink.marks, letters, height);
  MarkLinks links(ink.marks.size());
  for (const int letter : letters) {
    const double size = std::clamp(ink.marks[letter].box.height(), height, 2 * height);
    for (const int next : right_neighbours(ink, rows, letter, kGapMax * size)) {
      links.join(letter, next);
    }
  }
  return links;
}

// Bottoms of letters that stand on the line: tails and commas reach lower.
bool stands_on(const Box& box, const Strip& strip) {
  return std::abs(box.bottom - strip.baseline_at(box.centre().x)) <=
         kOffLineMax * strip.letter_height;
}

void fit_baseline(const Ink& ink, double slope, Strip& strip) {
  std::vector<double> heights, offsets;
  for (const int i : strip.letters) {
    const Box& box = ink.marks[i].box;
    heights.push_back(box.height());
    offsets.push_back(box.bottom - slope * box.centre().x);
  }
  strip.slope = slope;
  strip.letter_height = median(std::move(heights));
  strip.baseline = median(std::move(offsets));
}

// Least squares through the letters that stand on the line; too few of them say nothing.
void refine_baseline(const Ink& ink, Strip& strip) {
  double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0;
  for (const int i : strip.letters) {
    const Box& box = ink.marks[i].box;
    if (!stands_on(box, strip)) continue;
    const double x = box.centre().x;
    n += 1, sx += x, sy += box.bottom, sxx += x * x, sxy += x * box.bottom;
  }
  const double det = n * sxx - sx * sx;
  if (n < kFittedLettersMin || det <= 0 ||
      strip.box.width() < kFittedWidthMin * strip.letter_height)
    return;
  strip.slope = (n * sxy - sx * sy) / det;
  strip.baseline = (sy - strip.slope * sx) / n;
}

// How the letters of a long strip follow each other; the middle one of all strips.
double lean_of(const Ink& ink, const std::vector<Strip>& strips) {
  std::vector<double> slopes;
  for (const Strip& strip : strips) {
    if (strip.letters.size() < kFittedLettersMin) continue;
    const auto [first, last] = std::minmax_element(
        strip.letters.begin(), strip.letters.end(),
        [&](int a, int b) { return ink.marks[a].box.left < ink.marks[b].box.left; });
    const Box& a = ink.marks[*first].box;
    const Box& b = ink.marks[*last].box;
    if (b.left - a.left < kFittedWidthMin * a.height()) continue;
    slopes.push_back((b.bottom - a.bottom) / (b.centre().x - a.centre().x));
  }
  return median(std::move(slopes));
}

// One or two low marks alone are commas, tones or dirt: they become small marks.
bool is_real(const Ink& ink, const std::vector<int>& letters, double height) {
  return letters.size() > 2 || std::any_of(letters.begin(), letters.end(), [&](int i) {
           return ink.marks[i].box.height() >= kLoneHeightMin * height;
         });
}

std::vector<Strip> collect_strips(const Ink& ink, double height, Candidates& candidates) {
  MarkLinks links = link_letters(ink, candidates.letters, height);
  std::vector<int> strip_of(ink.marks.size(), -1);
  std::vector<Strip> strips;
  for (const int letter : candidates.letters) {
    int& strip = strip_of[links.root(letter)];
    if (strip < 0) {
      strip = static_cast<int>(strips.size());
      strips.emplace_back();
    }
    strips[strip].letters.push_back(letter);
    strips[strip].box = bounds(strips[strip].box, ink.marks[letter].box);
  }
  for (const Strip& strip : strips) {
    if (is_real(ink, strip.letters, height)) continue;
    candidates.small.insert(candidates.small.end(), strip.letters.begin(), strip.letters.end());
  }
  std::erase_if(strips, [&](const Strip& strip) { return !is_real(ink, strip.letters, height); });
  const double slope = lean_of(ink, strips);
  for (Strip& strip : strips) {
    fit_baseline(ink, slope, strip);
    refine_baseline(ink, strip);
  }
  return strips;
}

}  // namespace

double usual_letter_height(const Ink& ink, double dpi) {
  std::vector<double> heights;
  for (const InkMark& mark : ink.marks) {
    const double height = mark.box.height();
    if (height >= kUsualHeightMin * dpi && height <= kUsualHeightMax * dpi &&
        mark.box.width() <= kUsualWidthMax * dpi) {
      heights.push_back(height);
    }
  }
  return weighted_median(std::move(heights));
}

std::vector<Strip> find_strips(Ink& ink, double letter_height) {
  if (letter_height <= 0) return {};
  Candidates candidates = sort_by_size(ink, letter_height);
  set_accents_apart(ink, letter_height, candidates);
  const std::vector<int> parts =
      cut_joined_lines(ink, candidates.letters, candidates.high, letter_height);
  for (const int part : parts) sort_mark(ink, part, letter_height, candidates);
  std::vector<Strip> strips = collect_strips(ink, letter_height, candidates);
  for (Strip& strip : strips) strip.marks = strip.letters;
  keep_largest(ink, candidates.small);
  drop_leaders(ink, letter_height, candidates.small);
  give_small_marks(ink, candidates.small, letter_height, strips);
  const auto by_left = [&](int a, int b) { return ink.marks[a].box.left < ink.marks[b].box.left; };
  for (Strip& strip : strips) {
    std::sort(strip.letters.begin(), strip.letters.end(), by_left);
    std::sort(strip.marks.begin(), strip.marks.end(), by_left);
    for (const int mark : strip.marks) strip.box = bounds(strip.box, ink.marks[mark].box);
  }
  return strips;
}

double page_slope(const std::vector<Strip>& strips) {
  std::vector<double> slopes;
  for (const Strip& strip : strips) {
    if (strip.letters.size() >= kFittedLettersMin) slopes.push_back(strip.slope);
  }
  return median(std::move(slopes));
}

}  // namespace sohoa
