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

/// The scale that brings a page of any size into PDF's user space (ISO 19005-2, 6.1.13); larger
/// ones than that get a /UserUnit.
double units_per_point(const PageSize& size);

/// Throws Error (kInput) for a page without a size.
PdfGeometry pdf_geometry(const ScannedPage& page, const TextPage& text, bool deskew);

}  // namespace sohoa
