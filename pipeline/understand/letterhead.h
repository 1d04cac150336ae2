#pragma once

#include <optional>
#include <vector>

#include "pipeline/understand/word_range.h"

namespace sohoa {

/// The head of a first page: cells 1 to 4 and 5b of decree 30/2020, annex I. Forms have the first
/// of them only.
struct Letterhead {
  WordRange motto;                  // "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
  std::vector<WordRange> agencies;  // left of it, a range a line
  std::optional<WordRange> number;  // what stands after "Số:"; may be empty
  std::optional<WordRange> number_line;
  bool number_in_head = false;     // below the agencies, not below a title
  std::optional<WordRange> date;   // "Tân Ngãi, ngày 02 tháng 9 năm 2026"
  std::vector<WordRange> subject;  // below the number, after "V/v"
  double bottom_mm = 0;            // of the motto's lower line: the paper goes on below
};

/// None for a page that does not begin with the state's name.
std::optional<Letterhead> find_letterhead(const PageView& page);

}  // namespace sohoa
