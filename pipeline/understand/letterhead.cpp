#include "pipeline/understand/letterhead.h"

#include <algorithm>
#include <cmath>

#include "pipeline/understand/dates.h"
#include "pipeline/understand/document_number.h"
#include "pipeline/understand/find_in.h"

namespace sohoa {

namespace {

constexpr double kMottoLikenessMin = 0.8;
constexpr double kMottoShareMax = 0.5;   // of the page's height, from the top
constexpr double kAboveMottoMm = 14;     // where agencies may begin: scans shift, columns differ
constexpr double kHeadHeightMm = 48;     // from the motto down to the number and the date
constexpr double kSubjectLineGapMm = 4;  // between lines of "V/v …"
constexpr double kSubjectLinesMax = 7;
constexpr double kColumnGapMm = 8;
constexpr double kDateLeftMm = 25;        // of the motto's beginning, where the place may begin
constexpr double kAgenciesHeightMm = 24;  // below the motto, where no number ends them
constexpr double kAgencyGapMaxMm = 6;
constexpr double kTitleHeightMm = 60;  // below the motto, where a certificate's number may stand
constexpr double kCentreOffMm = 24;
constexpr std::size_t kNumberWordsMax = 4;

const Letters& motto_letters() {
  static const Letters letters = letters_of("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  return letters;
}

const Letters& lower_motto_letters() {
  static const Letters letters = letters_of("Độc lập - Tự do - Hạnh phúc");
  return letters;
}

std::optional<WordRange> find_words(const PageView& page, std::size_t line, const Letters& wanted,
                                    double least) {
  const ViewLine& in = page.lines[line];
  const std::optional<Stretch> found = find_in(in.letters, wanted, least);
  if (!found) return std::nullopt;
  WordRange range{line, in.words.size(), 0};
  for (std::size_t i = 0; i < in.words.size(); ++i) {
    const ViewWord& word = in.words[i];
    const std::size_t middle = (word.first_letter + word.letter_end) / 2;
    const bool inside =
        word.letter_end > word.first_letter && middle >= found->first && middle < found->end;
    if (!inside) continue;
    range.first = std::min(range.first, i);
    range.end = i + 1;
  }
  if (range.empty()) return std::nullopt;
  return range;
}

class HeadFinder {
 public:
  HeadFinder(const PageView& page, Letterhead& head)
      : page_(page), head_(head), motto_(mm_of(page, head.motto)) {}

  void find() {
    find_bottom();
    find_date();
    find_number();
    find_agencies();
    find_subject();
  }

 private:
  void find_bottom() {
    head_.bottom_mm = motto_.bottom;
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      const double top = page_.lines[i].mm.top;
      if (top < motto_.top || top > motto_.bottom + kAboveMottoMm) continue;
      const std::optional<WordRange> lower =
          find_words(page_, i, lower_motto_letters(), kMottoLikenessMin);
      if (lower) head_.bottom_mm = std::max(head_.bottom_mm, mm_of(page_, *lower).bottom);
    }
  }

  void find_date() {
    for (std::size_t i = 0; i < page_.lines.size() && !head_.date; ++i) {
      const ViewLine& line = page_.lines[i];
      const bool near = line.mm.top > motto_.top && line.mm.top < motto_.bottom + kHeadHeightMm;
      if (!near || !find_spelled_date(line)) continue;
      // Without the number before it when the columns were read as one line.
      std::size_t first = 0;
      while (first + 1 < line.words.size() &&
             line.words[first].mm.left < motto_.left - kDateLeftMm) {
        ++first;
      }
      head_.date = WordRange{i, first, line.words.size()};
    }
  }

  /// Left of the motto in letters, else centred below the title of a certificate.
  void find_number() {
    for (std::size_t i = 0; i < page_.lines.size() && !head_.number; ++i) {
      const WordRange piece = pieces_of(page_, i, 2 * kColumnGapMm).front();
      const Box mm = mm_of(page_, piece);
      const bool near = mm.bottom > motto_.top && mm.top < motto_.bottom + kHeadHeightMm;
      if (near && mm.centre().x < motto_.left && says_number(page_.lines[i])) {
        take_number(piece);
        head_.number_in_head = true;
      }
    }
    for (std::size_t i = 0; i < page_.lines.size() && !head_.number; ++i) {
      const WordRange piece = pieces_of(page_, i, 2 * kColumnGapMm).front();
      const Box mm = mm_of(page_, piece);
      const bool near = mm.top > motto_.bottom && mm.top < motto_.bottom + kTitleHeightMm;
      const bool centred = std::abs(mm.centre().x - page_.width_mm / 2) < kCentreOffMm;
      if (near && centred && piece.end <= kNumberWordsMax && says_number(page_.lines[i])) {
        take_number(piece);
      }
    }
  }

  void take_number(const WordRange& piece) {
    // "Số:47/QĐ-UBND" in one piece keeps its first word.
    const ViewLine& line = page_.lines[piece.line];
    const bool together = line.words.front().letter_end > 2 || is_number_without_its_word(line);
    std::size_t end = piece.end;
    if (head_.date && head_.date->line == piece.line) end = std::min(end, head_.date->first);
    head_.number_line = WordRange{piece.line, 0, end};
    head_.number = WordRange{piece.line, together ? 0u : 1u, end};
  }

  /// "Số:", or "Số" and then a number or "/QĐ-UBND"; not "Số định danh cá nhân".
  static bool says_number(const ViewLine& line) {
    static const Letters kSo = letters_of("Số");
    constexpr std::size_t kTogetherMax = 14;
    if (is_number_without_its_word(line)) return true;
    if (line.letters.size() < kSo.size()) return false;
    const ViewWord& first = line.words.front();
    if (first.letter_end < kSo.size() || first.letter_end > kTogetherMax) return false;
    if (likeness(std::span(line.letters).first(kSo.size()), kSo, 0.7) <= 0) return false;
    if (first.word.text.find(':') != std::string::npos) return true;
    constexpr std::size_t kWordsLookedAt = 4;
    for (std::size_t i = 0; i < std::min(kWordsLookedAt, line.words.size()); ++i) {
      const std::string& text = line.words[i].word.text;
      const std::size_t slash = text.find('/');
      if (slash != std::string::npos && capital_share(text.substr(slash)) > 0.6) return true;
      if (i == 1 && text.front() >= '0' && text.front() <= '9') return true;
    }
    return false;
  }

  /// ": 19/2026/NQ-CP", its first word lost under a stamp.
  static bool is_number_without_its_word(const ViewLine& line) {
    if (line.words.size() > 3 || line.text.find('/') == std::string::npos) return false;
    const std::optional<DocumentNumber> number = read_document_number(line.text, {});
    return number && !number->number.empty() && number->symbol.find('-') != std::string::npos;
  }

  void find_agencies() {
    double bottom = motto_.bottom + kAgenciesHeightMm;
    if (head_.number_in_head) bottom = mm_of(page_, *head_.number_line).top;
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      const ViewLine& line = page_.lines[i];
      if (line.mm.centre().y < motto_.top - kAboveMottoMm || line.mm.centre().y > bottom) continue;
      WordRange range = whole_line(page_, i);
      if (head_.motto.line == i) range.end = head_.motto.first;
      if (head_.date && head_.date->line == i) range.end = std::min(range.end, head_.date->first);
      if (range.empty()) continue;
      const Box mm = mm_of(page_, range);
      const bool left = mm.centre().x < motto_.left && mm.right < motto_.centre().x;
      const std::string text = text_of(page_, range);
      if (left && letters_of(text).size() >= kAgencyLettersMin &&
          capital_share(text) >= kAgencyCapitalsMin) {
        head_.agencies.push_back(range);
      }
    }
    std::stable_sort(head_.agencies.begin(), head_.agencies.end(),
                     [&](const WordRange& a, const WordRange& b) {
                       return mm_of(page_, a).centre().y < mm_of(page_, b).centre().y;
                     });
    keep_together();
  }

  /// The lines from the first one down, as far as they follow each other.
  void keep_together() {
    std::vector<WordRange>& lines = head_.agencies;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const double gap = mm_of(page_, lines[i]).top - mm_of(page_, lines[i - 1]).bottom;
      if (gap > kAgencyGapMaxMm) return lines.resize(i);
    }
  }

  void find_subject() {
    if (!head_.number_in_head) return;
    const Box number = page_.lines[head_.number_line->line].mm;
    double last = number.bottom;
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      const ViewLine& line = page_.lines[i];
      if (line.mm.top < number.centre().y || line.mm.left > motto_.centre().x) continue;
      const WordRange range = pieces_of(page_, i, kColumnGapMm).front();
      const Box mm = mm_of(page_, range);
      const bool goes_on = !head_.subject.empty() && mm.top - last < kSubjectLineGapMm &&
                           mm.centre().y > last && mm.right < motto_.centre().x &&
                           head_.subject.size() < kSubjectLinesMax;
      if (head_.subject.empty() && !begins_subject(range)) continue;
      if (!head_.subject.empty() && !goes_on) break;
      last = mm.bottom;
      head_.subject.push_back(range);
    }
  }

  /// "V/v", "Về việc"
  bool begins_subject(const WordRange& range) const {
    static const Letters kShort = letters_of("Vv");
    static const Letters kLong = letters_of("Về việc");
    const std::string text = text_of(page_, range);
    if (text.starts_with("V/") || text.starts_with("v/")) return true;
    const Letters letters = letters_of(page_, range);
    const auto begins = [&](const Letters& with) {
      return letters.size() > with.size() &&
             likeness(std::span(letters).first(with.size()), with, 0.9) > 0;
    };
    return begins(kShort) || begins(kLong);
  }

  static constexpr std::size_t kAgencyLettersMin = 3;
  static constexpr double kAgencyCapitalsMin = 0.8;

  const PageView& page_;
  Letterhead& head_;
  Box motto_;
};

}  // namespace

std::optional<Letterhead> find_letterhead(const PageView& page) {
  double best = 0;
  std::optional<Letterhead> head;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const ViewLine& line = page.lines[i];
    if (line.mm.top > kMottoShareMax * page.height_mm) continue;
    const std::optional<WordRange> words = find_words(page, i, motto_letters(), kMottoLikenessMin);
    if (!words) continue;
    const double alike = likeness(letters_of(page, *words), motto_letters());
    if (alike <= best) continue;
    best = alike;
    head = Letterhead{};
    head->motto = *words;
  }
  if (head) HeadFinder(page, *head).find();
  return head;
}

}  // namespace sohoa
