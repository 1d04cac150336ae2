#include "pipeline/understand/title.h"

#include <algorithm>
#include <cmath>

namespace sohoa {

namespace {

constexpr double kLikenessMin = 0.9;
constexpr double kStateLikenessMin = 0.8;
constexpr double kBottomShareMax = 0.62;  // of the page's height
constexpr double kLargeFactor = 1.22;     // of the page's usual size of letters
constexpr std::size_t kLettersMin = 4;
constexpr std::size_t kLinesMax = 4;
constexpr double kLineGapMax = 1.6;     // times a line's height
constexpr double kCentreOffMax = 0.09;  // of the page's width, from the middle of the print

/// Heights of letters differ from line to line of one size.
double usual_size(const PageView& page) {
  std::vector<double> sizes;
  for (const ViewLine& line : page.lines) sizes.push_back(line.size_pt);
  if (sizes.empty()) return 0;
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2),
                   sizes.end());
  return sizes[sizes.size() / 2];
}

/// From the leftmost to the rightmost print.
Box print_area(const PageView& page) {
  Box area;
  for (const ViewLine& line : page.lines) area = bounds(area, line.mm);
  return area;
}

class Candidates {
 public:
  Candidates(const PageView& page, double top_mm) : page_(page), area_(print_area(page)) {
    const double large = kLargeFactor * usual_size(page);
    const double bottom = kBottomShareMax * page.height_mm;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      const ViewLine& line = page.lines[i];
      const bool there = line.mm.centre().y > top_mm && line.mm.bottom < bottom;
      const bool stands_out = line.capitals || line.size_pt > large;
      if (there && stands_out && line.letters.size() >= kLettersMin) lines_.push_back(i);
    }
    std::stable_sort(lines_.begin(), lines_.end(), [&](std::size_t a, std::size_t b) {
      return page.lines[a].mm.top < page.lines[b].mm.top;
    });
  }

  const std::vector<std::size_t>& lines() const { return lines_; }

  /// Whether the candidate `next` goes on where `line` ends.
  bool goes_on(std::size_t line, std::size_t next) const {
    const Box& a = page_.lines[line].mm;
    const Box& b = page_.lines[next].mm;
    const double gap = b.top - a.bottom;
    const double height = std::max(a.height(), b.height());
    return gap > -0.5 * height && gap < kLineGapMax * height && b.left < a.right &&
           a.left < b.right;
  }

  bool is_centred(std::size_t line) const {
    const double off = page_.lines[line].mm.centre().x - area_.centre().x;
    return std::abs(off) < kCentreOffMax * page_.width_mm;
  }

 private:
  const PageView& page_;
  Box area_;
  std::vector<std::size_t> lines_;
};

std::string text_of(const PageView& page, std::size_t first, std::size_t end) {
  std::string text;
  for (std::size_t i = first; i < end; ++i) text += (i > first ? " " : "") + page.lines[i].text;
  return text;
}

double confidence_of(const PageView& page, std::size_t first, std::size_t end) {
  double least = 1;
  for (std::size_t i = first; i < end; ++i) least = std::min(least, page.lines[i].confidence);
  return least;
}

bool is_above(const PageView& page, std::size_t line, double bottom_mm) {
  const ViewLine& above = page.lines[line];
  return above.mm.bottom < bottom_mm && above.letters.size() >= kLettersMin;
}

Title title_of(const PageView& page, std::size_t first, std::size_t end) {
  Title title;
  title.first_line = first;
  title.line_end = end;
  title.text = text_of(page, first, end);
  title.confidence = confidence_of(page, first, end);
  title.on_top = true;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (is_above(page, i, page.lines[first].mm.top)) title.on_top = false;
  }
  return title;
}

}  // namespace

TitleFinder::TitleFinder(const Knowledge& knowledge) : agencies_(knowledge.agencies) {
  for (const PaperKind& kind : knowledge.kinds) {
    for (const std::string& title : kind.titles)
      titles_.push_back({&kind, title, letters_of(title)});
  }
}

std::optional<Title> TitleFinder::find(const PageView& page, double top_mm) const {
  const Candidates candidates(page, top_mm);
  const std::vector<std::size_t>& lines = candidates.lines();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::optional<Title> title;
    Letters letters;
    std::size_t last = i;
    for (std::size_t j = i; j < lines.size() && j < i + kLinesMax; ++j) {
      if (j > i && !candidates.goes_on(lines[last], lines[j])) break;
      last = j;
      const Letters& more = page.lines[lines[j]].letters;
      letters.insert(letters.end(), more.begin(), more.end());
      // The longest of the titles that fit: a certificate of something is more than a certificate.
      if (const Match match = best_match(letters); match.title != nullptr) {
        title = title_of(page, lines[i], lines[j] + 1);
        title->kind = match.title->kind;
        title->text = match.title->text;
        title->likeness = match.likeness;
      }
    }
    const bool head = is_of_the_head(page.lines[lines[i]]);
    if (!title && !head && candidates.is_centred(lines[i])) {
      title = title_of(page, lines[i], lines[last] + 1);
    }
    if (title) return title;
  }
  return std::nullopt;
}

bool TitleFinder::is_of_the_head(const ViewLine& line) const {
  static const Letters kStateInEnglish = letters_of("Socialist Republic of Viet Nam");
  return agencies_.begins_with_agency(line.text) ||
         likeness(line.letters, kStateInEnglish, kStateLikenessMin) > 0;
}

TitleFinder::Match TitleFinder::best_match(const Letters& letters) const {
  Match best;
  double least = kLikenessMin;
  for (const KnownTitle& title : titles_) {
    const double alike = likeness(letters, title.letters, least);
    if (alike <= 0 || alike < least || (best.title != nullptr && alike == best.likeness)) continue;
    best = {&title, alike};
    least = alike;
  }
  return best;
}

}  // namespace sohoa
