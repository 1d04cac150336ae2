#pragma once

#include <optional>
#include <string>

#include "pipeline/understand/first_page.h"
#include "pipeline/understand/knowledge.h"

namespace sohoa {

/// What kind of paper it is, from its first page.
struct Classification {
  const PaperKind* kind = nullptr;  // null: none that is known
  double confidence = 0;            // 0 … 1
  std::string title;                // as a person calls it; empty when the page does not say
};

/// By its title; an official letter by its head; where no title can be read, by the phrases of its
/// form. A title that is read well and is none of the catalogue's makes the paper unknown.
Classification classify(const PageView& page, const FirstPage& first, const Knowledge& knowledge);

}  // namespace sohoa
