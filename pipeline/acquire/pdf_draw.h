#pragma once

#include <filesystem>

#include "pipeline/acquire/pdf_file.h"
#include "pipeline/acquire/source_image.h"

namespace sohoa {

struct DrawLimits {
  int seconds_max = 60;
  double dpi = 300;
};

/// A page as a viewer shows it, drawn by a pdftoppm child (Poppler) with limits on time and memory;
/// grey when it has no colour. Errors: Error (kInput), Error (kDependency).
Image draw_page(const DecodeTask& task, const std::filesystem::path& file, int number,
                const PdfPage& page, const DrawLimits& limits);

/// Every page of a document, as it is, in colour.
std::vector<Image> draw_document(const DecodeTask& task, const std::filesystem::path& file,
                                 const DrawLimits& limits);

/// The image alone, pixel for pixel, for codecs that only Poppler has.
Image draw_image(const DecodeTask& task, const MasterImage& master, int seconds_max);

/// A drawn page as a master: grey pages without loss; pages with colour, which the pixels of a
/// drawing do not deserve at five times the size, as JPEG of quality 90 without subsampling.
MasterImage store_drawing(const Image& drawing);

}  // namespace sohoa
