#pragma once

#include <array>
#include <cstdint>

namespace sohoa {

/// 64 DCT coefficients in rows, or what they are divided by.
using DctBlock = std::array<std::int16_t, 64>;
using DctSteps = std::array<std::uint16_t, 64>;

/// `exact` divided by `steps`, each coefficient rounded up, down, or to 0 so that error and bits
/// together are least: the shortest path through the block in zigzag order, bits being those of
/// JPEG's typical Huffman table (trellis quantization: Crouse and Ramchandran, "Joint thresholding
/// and quantizer selection for transform image coding", IEEE Transactions on Image Processing 6(2),
/// 1997; mozjpeg does the same). The first coefficient is only rounded.
DctBlock trellis_quantized(const DctBlock& exact, const DctSteps& steps);

}  // namespace sohoa
