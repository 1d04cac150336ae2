#pragma once

#include <optional>

#include "pipeline/understand/page_view.h"

namespace sohoa {

/// The number that a page bears: "2", "- 2 -", "Trang 2/5" in its top or bottom margin.
struct PageNumber {
  int number = 0;
  int of = 0;  // how many there are; 0: it does not say
};

std::optional<PageNumber> find_page_number(const PageView& page);

}  // namespace sohoa
