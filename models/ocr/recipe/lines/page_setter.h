#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/ocr/recipe/lines/page_style.h"

namespace sohoa {

/// Passages of text in turn, from one that the seed chooses.
class Passages {
 public:
  explicit Passages(const std::vector<std::string>& texts, std::uint64_t seed);

  /// The words that come next, at least one and at most `count`; none of the next passage.
  std::vector<std::string> take(std::size_t count);
  /// Whether the next word begins a passage.
  bool at_start() const { return word_ == 0; }

 private:
  void next_passage();

  const std::vector<std::string>& texts_;
  std::size_t passage_;
  std::vector<std::string> words_;
  std::size_t word_ = 0;
};

/// Fills the sheet with lines as papers have them: running text, headings, two columns, forms with
/// dotted lines, tables, underlines; seals and signatures across some. The truth goes into the
/// sheet.
void set_training_page(Sheet& sheet, const PageStyle& style, Passages& passages, Random& random);

}  // namespace sohoa
