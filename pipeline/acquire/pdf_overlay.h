#pragma once

#include "models/record/page.h"
#include "pipeline/acquire/pdf_draw.h"
#include "pipeline/acquire/pdf_scan.h"

namespace sohoa {

/// An overlay, and its transparency as pixels: 255 hides the scan.
struct PageOverlay {
  Overlay overlay;
  Image alpha;
};

/// What a page draws over its scan, as pictures of 300 dpi: annotations with an appearance
/// (e-signature stamps among them) and the verdict's overlays. Without any, no child process runs.
/// Each region is drawn on white and on black with the scan left out, which gives colour and
/// transparency exactly (Porter and Duff's `over`, solved for the picture on top). Ink that is
/// multiplied or otherwise blended with what is below is drawn together with the scan, opaque.
/// Errors: Error (kInput), Error (kDependency).
std::vector<PageOverlay> overlays_of(const DecodeTask& task, PdfFile& file, int number,
                                     const PageVerdict& verdict, int seconds_max);

/// Whitens the pixels that the overlay hides wholly: nobody sees them, so they are not read.
void whiten_hidden(const PageOverlay& made, ScannedPage& page);

}  // namespace sohoa
