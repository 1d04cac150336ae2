#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include "models/record/image.h"
#include "pipeline/package/pdf/pdf_store.h"

namespace sohoa {

/// The image as an XObject, its bytes untouched. A colour profile that PDF/A does not allow is said
/// in an older version or left out; CMYK without one gets `plain_cmyk_profile`. Equal images are
/// one object. JPEG 2000, more than 8 bits and soft masks are beyond PDF 1.4: not for a store of
/// that.
QPDFObjectHandle image_object(PdfStore& store, const MasterImage& image);

/// The same with a soft mask; one without bytes: opaque.
QPDFObjectHandle image_object(PdfStore& store, const MasterImage& image,
                              const MasterImage& soft_mask);

/// A 1-bit image as a stencil mask: its black is painted in the colour in force.
QPDFObjectHandle stencil_object(PdfStore& store, const MasterImage& image);

}  // namespace sohoa
