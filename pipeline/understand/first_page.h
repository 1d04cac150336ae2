#pragma once

#include <optional>

#include "pipeline/understand/letterhead.h"
#include "pipeline/understand/title.h"

namespace sohoa {

/// What the top of a page tells of the paper that may begin there.
struct FirstPage {
  std::optional<Letterhead> head;
  std::optional<Title> title;
  bool is_letter = false;  // an official letter: a number, "V/v" or "Kính gửi", and no title
};

FirstPage look_at_first_page(const PageView& page, const TitleFinder& titles);

}  // namespace sohoa
