#pragma once

#include "pipeline/package/pdf/pdf_facts.h"

namespace sohoa {

/// What the images of a page cover together, as a share of it: strips of one scan lie beside each
/// other.
double share_of_images(const PdfPageFacts& page);

/// The image that is the scan of the page, or its largest strip; null for a page that is none: its
/// images cover less than half of it.
const PdfImageFacts* scan_of(const PdfPageFacts& page);

}  // namespace sohoa
