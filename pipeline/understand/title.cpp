#include "pipeline/understand/title.h"

#include <algorithm>
#include <cmath>

namespace sohoa {

namespace {

constexpr double kLikenessMin = 0.9;
constexpr std::size_t kPositionLettersMin = 7;
constexpr double kStateLikenessMin = 0.8;
constexpr double kTopShareMax = 0.2;      // of the page's height
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

  /// How far the candidates that follow the `i`th go on from each other, kLinesMax at most.
  std::size_t run_end(std::size_t i) const {
    std::size_t end = i + 1;
    while (end < lines_.size() && end < i + kLinesMax && goes_on(lines_[end - 1], lines_[end])) {
      ++end;
    }
    return end;
  }

  /// On the axis of the print, or of the page: forms have wide left margins.
  bool is_centred(std::size_t line) const {
    const double middle = page_.lines[line].mm.centre().x;
    const double off =
        std::min(std::abs(middle - area_.centre().x), std::abs(middle - page_.width_mm / 2));
    return off < kCentreOffMax * page_.width_mm;
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

Title title_of(const PageView& page, std::size_t first, std::size_t end) {
  Title title;
  title.first_line = first;
  title.line_end = end;
  title.text = text_of(page, first, end);
  title.confidence = confidence_of(page, first, end);
  title.on_top = page.lines[first].mm.top < kTopShareMax * page.height_mm;
  return title;
}

}  // namespace

TitleFinder::TitleFinder(const Knowledge& knowledge) : agencies_(knowledge.agencies) {
  for (const std::string& position : knowledge.signers.positions) {
    positions_.push_back(letters_of(position));
  }
  for (const PaperKind& kind : knowledge.kinds) {
    for (const std::string& title : kind.titles)
      titles_.push_back({&kind, title, letters_of(title)});
  }
}

std::optional<Title> TitleFinder::find(const PageView& page, double top_mm) const {
  const Candidates candidates(page, top_mm);
  const std::vector<std::size_t>& lines = candidates.lines();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t end = candidates.run_end(i);
    // Above the title may stand who gives it: "HIỆU TRƯỞNG TRƯỜNG …".
    for (std::size_t first = i; first < end; ++first) {
      if (std::optional<Title> title = known_title(page, lines, first, end)) return title;
    }
    const bool head = is_of_the_head(page.lines[lines[i]]);
    if (!head && candidates.is_centred(lines[i])) {
      return title_of(page, lines[i], lines[end - 1] + 1);
    }
  }
  return std::nullopt;
}

/// The longest of the titles that fit: a certificate of something is more than a certificate.
std::optional<Title> TitleFinder::known_title(const PageView& page,
                                              const std::vector<std::size_t>& lines,
                                              std::size_t first, std::size_t end) const {
  std::optional<Title> title;
  Letters letters;
  for (std::size_t j = first; j < end; ++j) {
    const Letters& more = page.lines[lines[j]].letters;
    letters.insert(letters.end(), more.begin(), more.end());
    const Match match = best_match(letters);
    if (match.title == nullptr) continue;
    title = title_of(page, lines[first], lines[j] + 1);
    title->kind = match.title->kind;
    title->text = match.title->text;
    title->likeness = match.likeness;
  }
  return title;
}

bool TitleFinder::is_of_the_head(const ViewLine& line) const {
  static const Letters kStateInEnglish = letters_of("Socialist Republic of Viet Nam");
  const bool position = std::any_of(positions_.begin(), positions_.end(), [&](const Letters& one) {
    return line.letters.size() >= one.size() && one.size() >= kPositionLettersMin &&
           likeness(std::span(line.letters).first(one.size()), one, kLikenessMin) > 0;
  });
  return position || agencies_.begins_with_agency(line.text) ||
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
