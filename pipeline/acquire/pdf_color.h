#pragma once

#include <optional>

#include "pipeline/acquire/pdf_file.h"
#include "pipeline/acquire/source_image.h"

namespace sohoa {

/// A colour space of a PDF image (ISO 32000-1 8.6) in a master's terms.
struct PdfColor {
  ColorSpace space = ColorSpace::kGrey;
  Bytes icc_profile;
  Bytes palette;  // R, G, B a colour
};

/// CIE-based spaces without a profile that are as good as sRGB are taken for the device's; nothing
/// for others, Lab, Separation,
/// DeviceN, Pattern and what is damaged.
std::optional<PdfColor> color_of(QPDFObjectHandle space);

}  // namespace sohoa
