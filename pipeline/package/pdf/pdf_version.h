#pragma once

#include "models/record/page.h"

namespace sohoa {

/// Of PDF: 1.7 is what PDF/A-2 and 3 build on, 1.4 what PDF/A-1 does.
enum class PdfVersion { k14, k17 };

/// Whether anything of the page lets the scan shine through.
bool is_transparent(const ScannedPage& page);

/// Throws Error (kInput) for a page that the version has no words for: to 1.4 that is one of more
/// than 14400 points, an image of JPEG 2000 or of more than 8 bits, a transparent overlay.
void refuse_beyond(PdfVersion version, const ScannedPage& page);

}  // namespace sohoa
