#pragma once

#include <opencv2/core.hpp>

namespace sohoa {

/// Makes `paper` white: multiplies each pixel of `grey` by 255 / paper, where `paper` has a pixel
/// for a block of `divisor` × `divisor` and is interpolated between their middles. One pass in
/// integers; what is white already is not touched. False when that is all of the page.
bool brighten(cv::Mat& grey, const cv::Mat& paper, int divisor);

}  // namespace sohoa
