#pragma once

#include "models/record/page.h"
#include "pipeline/package/pdf/pdf_writer.h"

namespace sohoa::test {

/// A grey A4 page of 100 dpi, deflated, with a dark frame and a bar, and its words.
ScannedPage sample_page();
TextPage sample_text();
PdfSettings sample_settings();

/// The pixels as a deflated master.
MasterImage stored_image(const Image& pixels);

/// The same of one colour.
MasterImage plain_image(int width, int height, ColorSpace space, const Bytes& pixel);

}  // namespace sohoa::test
