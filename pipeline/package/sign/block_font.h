#pragma once

#include <string>
#include <string_view>

#include "pipeline/package/pdf/subset_font.h"
#include "pipeline/package/sign/incremental_update.h"

namespace sohoa {

/// The letters that a visible signature shows, as objects of an update.
class BlockFont {
 public:
  /// Errors as of SubsetFont.
  explicit BlockFont(const std::u32string& characters) : subset_(characters) {}

  /// As of SubsetFont.
  double width_of(std::u32string_view text) const { return subset_.width_of(text); }
  std::string codes_of(std::u32string_view text) const { return subset_.codes_of(text); }
  /// Puts a Type0 font with all it refers to (ISO 32000-1, 9.7).
  QPDFObjGen put_into(IncrementalUpdate& update) const;

 private:
  SubsetFont subset_;
};

}  // namespace sohoa
