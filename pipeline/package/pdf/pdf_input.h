#pragma once

#include <memory>
#include <qpdf/InputSource.hh>

#include "pipeline/package/pdf/pdf_bytes.h"

namespace sohoa {

/// For libqpdf to read the PDF where it lies; `pdf` must live longer.
std::shared_ptr<InputSource> input_source_of(const PdfBytes& pdf);

}  // namespace sohoa
