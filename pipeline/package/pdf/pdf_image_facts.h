#pragma once

#include <optional>
#include <qpdf/QPDFObjectHandle.hh>

#include "pipeline/package/pdf/pdf_facts.h"

namespace sohoa {

/// Size, depth and own resolution of an image XObject; `resources` name its colour space.
PdfImageFacts image_facts(QPDFObjectHandle image, const QPDFObjectHandle& resources);

/// The share of pixels that are much darker than the paper, 0 … 1; nothing for an image that
/// libqpdf cannot decode (CCITT, JBIG2, JPEG 2000) or one of more than 100 million samples.
std::optional<double> ink_share_of(QPDFObjectHandle image);

}  // namespace sohoa
