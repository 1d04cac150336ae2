#pragma once

#include <string>
#include <vector>

#include "pipeline/package/pdf/pdf_page_frame.h"
#include "pipeline/package/sign/block_font.h"
#include "pipeline/package/sign/sign_settings.h"

namespace sohoa {

/// What a signature shows: 10 pt, black, upright, in a face of Times New Roman's widths, no
/// picture.
class VisibleBlock {
 public:
  /// Lines longer than `width_max_pt` are broken at spaces. Errors as of BlockFont.
  VisibleBlock(const SignSettings& settings, double width_max_pt);

  PageSize size() const { return size_; }
  const std::vector<std::string>& lines() const { return lines_; }
  /// Puts the form that draws it upright on a page of this frame, and its font.
  QPDFObjGen put_into(IncrementalUpdate& update, const PageFrame& frame) const;

 private:
  std::string operators(double user_unit) const;

  BlockFont font_;
  std::vector<std::string> lines_;
  PageSize size_;
};

/// The words of the block before any are broken.
std::vector<std::string> block_words(const SignSettings& settings);

}  // namespace sohoa
