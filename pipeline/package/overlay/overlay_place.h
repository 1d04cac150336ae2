#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include "models/record/package.h"
#include "pipeline/package/pdf/pdf_page_frame.h"

namespace sohoa {

/// Whether pages are shown straightened, as the record's settings tell.
enum class ShownSkew { kKept, kStraightened };

ShownSkew shown_skew(const Record& record);

/// Where the record's boxes lie on a page of its PDF: upright px → points from the shown page's top
/// left corner, y down. The record tells their resolution; their origin is the corner of the scan's
/// image on the page, or of the page where the image reaches beyond it.
Matrix upright_to_shown(const PageAccount& account, QPDFObjectHandle page, const PageFrame& frame,
                        ShownSkew skew);

}  // namespace sohoa
