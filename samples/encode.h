#pragma once

#include "samples/scan.h"

namespace sohoa {

// Encoders as scanners have them. All give the same bytes for the same pixels.

Bytes jpeg_of(const Image& image, Resolution dpi, int quality);
Bytes png_of(const Image& image, Resolution dpi);

/// CCITT group 4 data of an image of 0 and 255, as PDF's CCITTFaxDecode takes it with /K -1.
Bytes group4_of(const Image& image);

/// A multi-page TIFF; bilevel pages in group 4, others in JPEG.
void write_tiff(const std::filesystem::path& target, const std::vector<Scan>& pages);

}  // namespace sohoa
