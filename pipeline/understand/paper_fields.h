#pragma once

#include <span>
#include <vector>

#include "pipeline/understand/administrative.h"

namespace sohoa {

/// Reads the fields of whole papers. Keeps a reference to `knowledge`.
class PaperFields {
 public:
  explicit PaperFields(const Knowledge& knowledge);

  /// Of the pages of one paper, the first of which shows `first`; `kind` null: the cells that
  /// papers of any kind have.
  std::vector<Field> read(const PaperKind* kind, const FirstPage& first,
                          std::span<const PageView> pages) const;

 private:
  CellReader cells_;
};

}  // namespace sohoa
