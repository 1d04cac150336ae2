#pragma once

#include "models/record/page.h"
#include "pipeline/acquire/source_image.h"

namespace sohoa {

/// Makes a page fit for PDF 1.4 (PDF/A-1): a master of JPEG 2000 is stored again without loss, one
/// of 16 bits with 8, and what lies over the scan becomes opaque. A finding tells each. A page that
/// is to be copied, without a master, stays. Errors: Error (kInput), for one of more than 14400
/// points too.
void suit_pdf14(const DecodeTask& task, ScannedPage& page);

}  // namespace sohoa
