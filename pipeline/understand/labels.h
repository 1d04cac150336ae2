#pragma once

#include <span>
#include <vector>

#include "models/papers/kind.h"
#include "pipeline/understand/word_range.h"

namespace sohoa {

/// A label that stands on a page, or a heading.
struct LabelHit {
  std::size_t page = 0;  // index into the pages
  WordRange words;
  double likeness = 0;
  bool in_text = false;   // amid a sentence, with nothing that marks a label
  std::size_t label = 0;  // index into what was looked for
};

/// Looks for labels that begin with a word and end with one: at the beginning of a line, after wide
/// white space, or before a colon; long ones amid sentences, too. Where two overlap the longer
/// stands. In reading order.
std::vector<LabelHit> find_labels(std::span<const PageView> pages, std::span<const Letters> labels);

/// Where the answer to the label at `label` ends on its line: before the next hit, the next
/// phrase with a colon, or at the end.
std::size_t answer_end(const PageView& page, const WordRange& label,
                       std::span<const LabelHit> hits_of_page);

}  // namespace sohoa
