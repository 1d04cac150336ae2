#include "pipeline/understand/subject.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "pipeline/understand/find_in.h"

namespace sohoa {

namespace {

constexpr std::size_t kLinesMax = 8;
constexpr double kLineGapMax = 0.9;   // times a line's height
constexpr double kCentreOffMm = 4.5;  // the first line of a text is indented by 10 mm or more
constexpr double kAlike = 0.85;

/// What a line begins with that is no subject any more.
bool begins_the_text(const ViewLine& line) {
  // A new sentence: "thực hiện" amid a subject goes on.
  if (capital_share(line.words.front().word.text) <= 0) return false;
  static const std::array<Letters, 6> kBegins = {
      letters_of("Căn cứ"),    letters_of("Kính gửi"), letters_of("Xét đề nghị"),
      letters_of("Thực hiện"), letters_of("Hôm nay"),  letters_of("Theo đề nghị")};
  return std::any_of(kBegins.begin(), kBegins.end(), [&](const Letters& begin) {
    return line.letters.size() >= begin.size() &&
           likeness(std::span(line.letters).first(begin.size()), begin, kAlike) > 0;
  });
}

/// "(Ban hành kèm theo Quyết định số …)"
bool tells_of_another(const ViewLine& line) {
  static const Letters kWithIt = letters_of("kèm theo");
  return line.text.starts_with('(') && find_in(line.letters, kWithIt, kAlike).has_value();
}

}  // namespace

std::vector<WordRange> find_subject(const PageView& page, const FirstPage& first) {
  if (first.is_letter && first.head) return first.head->subject;
  std::vector<WordRange> subject;
  if (!first.title) return subject;
  const ViewLine& title = page.lines[first.title->line_end - 1];
  Box last = title.mm;
  for (std::size_t i = 0; i < page.lines.size() && subject.size() < kLinesMax; ++i) {
    const ViewLine& line = page.lines[i];
    if (line.mm.centre().y <= last.bottom) continue;
    const double gap = line.mm.top - last.bottom;
    const bool near = gap < kLineGapMax * std::max(last.height(), line.mm.height());
    const bool centred = std::abs(line.mm.centre().x - title.mm.centre().x) < kCentreOffMm;
    const bool ends = line.capitals || begins_the_text(line) || tells_of_another(line);
    if (!near || !centred || ends) break;
    subject.push_back(whole_line(page, i));
    last = line.mm;
  }
  return subject;
}

}  // namespace sohoa
