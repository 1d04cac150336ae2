#pragma once

#include "models/record/page.h"

namespace sohoa {

/// Where everything of a page goes. The output page stands upright: quarter turns and deskew are in
/// the matrices, its text runs left to right without /Rotate.
struct PdfGeometry {
  PageSize size;             // of the output page, points
  Matrix shown_to_output;    // points of the page as its source shows it → output points
  Matrix upright_to_output;  // upright px → output points
};

/// Throws Error (kInput) for a page without a size.
PdfGeometry pdf_geometry(const ScannedPage& page, const TextPage& text, bool deskew);

}  // namespace sohoa
