#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include "models/record/image.h"
#include "pipeline/package/pdf/pdf_store.h"

namespace sohoa {

/// The image as an XObject, its bytes untouched. A colour profile that PDF/A does not allow is left
/// out; CMYK without one gets `plain_cmyk_profile`. Equal images are one object.
QPDFObjectHandle image_object(PdfStore& store, const MasterImage& image);

/// The same with a soft mask; one without bytes: opaque.
QPDFObjectHandle image_object(PdfStore& store, const MasterImage& image,
                              const MasterImage& soft_mask);

}  // namespace sohoa
