#include "pipeline/understand/first_page.h"

#include <algorithm>

namespace sohoa {

namespace {

constexpr double kBesideHeadMm = 1;  // lines of the head reach below the motto by that much

/// Where the head ends: below the motto, the agencies, number and date, whichever is lowest.
double bottom_of(const PageView& page, const Letterhead& head) {
  double bottom = head.bottom_mm;
  for (const WordRange& line : head.agencies) bottom = std::max(bottom, mm_of(page, line).bottom);
  if (head.number_in_head) bottom = std::max(bottom, mm_of(page, *head.number_line).bottom);
  return bottom - kBesideHeadMm;
}

std::optional<std::size_t> line_of_address(const PageView& page) {
  static const Letters kTo = letters_of("Kính gửi");
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const Letters& letters = page.lines[i].letters;
    if (letters.size() < kTo.size()) continue;
    if (likeness(std::span(letters).first(kTo.size()), kTo, 0.8) > 0) return i;
  }
  return std::nullopt;
}

}  // namespace

FirstPage look_at_first_page(const PageView& page, const TitleFinder& titles) {
  FirstPage first;
  first.head = find_letterhead(page);
  first.title = titles.find(page, first.head ? bottom_of(page, *first.head) : 0);
  if (!first.head || !first.head->number_in_head) return first;
  const std::optional<std::size_t> address = line_of_address(page);
  const bool titled_above =
      first.title &&
      (first.title->kind != nullptr ||
       (address && page.lines[first.title->first_line].mm.top < page.lines[*address].mm.top));
  first.is_letter = !titled_above && (address || !first.head->subject.empty());
  if (first.is_letter) first.title.reset();
  return first;
}

}  // namespace sohoa
