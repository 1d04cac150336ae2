#pragma once

#include <tiffio.h>

#include "models/record/geometry.h"
#include "pipeline/base/bytes.h"

namespace sohoa {

/// The tags of one image that decide how it is read.
struct TiffTags {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::uint16_t bits = 1;
  std::uint16_t samples = 1;
  std::uint16_t photometric = PHOTOMETRIC_MINISWHITE;
  std::uint16_t compression = COMPRESSION_NONE;
  std::uint16_t planar = PLANARCONFIG_CONTIG;
  std::uint16_t fill_order = FILLORDER_MSB2LSB;
  std::uint16_t orientation = ORIENTATION_TOPLEFT;
  std::uint16_t sample_format = SAMPLEFORMAT_UINT;
  std::uint16_t ink_set = INKSET_CMYK;
  std::uint32_t group3_options = 0;
  bool tiled = false;
};

TiffTags read_tiff_tags(TIFF* tiff);

/// 0 where the image does not say.
Resolution read_tiff_resolution(TIFF* tiff);

/// R, G, B a colour; empty when there is none.
Bytes read_tiff_palette(TIFF* tiff, int bits);

/// The ICC profile for that many components; empty when there is none.
Bytes read_tiff_profile(TIFF* tiff, int components);

}  // namespace sohoa
