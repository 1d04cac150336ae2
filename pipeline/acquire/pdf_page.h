#pragma once

#include "models/record/page.h"
#include "pipeline/acquire/acquire.h"
#include "pipeline/acquire/pdf_file.h"
#include "pipeline/acquire/source_image.h"

namespace sohoa {

/// A page of a PDF: its one scanned image without loss, or the page drawn. Errors: Error (kInput),
/// Error (kDependency).
ScannedPage page_of_pdf(const DecodeTask& task, PdfFile& file, int number,
                        const AcquireSettings& settings);

}  // namespace sohoa
