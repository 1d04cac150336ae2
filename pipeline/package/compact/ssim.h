#pragma once

#include "models/record/image.h"

namespace sohoa {

/// Structural similarity of two grey images of one size, 1 for equal ones: Wang, Bovik, Sheikh and
/// Simoncelli, "Image quality assessment: from error visibility to structural similarity", IEEE
/// Transactions on Image Processing 13(4), 2004, with K1 = 0.01, K2 = 0.03, L = 255; the mean over
/// windows of 8 × 8 px of equal weight at every fourth px. Of sides under 8 px the window is the
/// whole side; what is left over at the right and below a multiple of 4 px is not looked at.
double ssim(const Image& a, const Image& b);

}  // namespace sohoa
