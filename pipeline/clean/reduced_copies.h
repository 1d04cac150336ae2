#pragma once

#include <map>
#include <opencv2/core.hpp>

namespace sohoa {

/// The page at a whole fraction of its size: each pixel (of one or three channels) is the mean of
/// `divisor` × `divisor`. Rows and columns at the right and at the bottom that fill no block are
/// left out, but for a page that is smaller than one.
cv::Mat means_of_blocks(const cv::Mat& page, int divisor);

/// The smaller copies of a page, made once and kept while steps look at them.
class ReducedCopies {
 public:
  /// Shares the page's own pixels for a divisor of 1. Not to be written to.
  const cv::Mat& get(const cv::Mat& page, int divisor);

  /// Whoever changes pixels of the page says so: where, or that all of them may have changed.
  void renew(const cv::Mat& page, const cv::Rect& where);
  void forget() { copies_.clear(); }

 private:
  std::map<int, cv::Mat> copies_;  // by divisor
};

}  // namespace sohoa
