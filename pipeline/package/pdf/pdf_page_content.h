#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <string>

#include "pipeline/package/pdf/pdf_facts.h"

namespace sohoa {

/// What a content stream shows.
struct PdfContentFacts {
  std::vector<PdfImageFacts> images;
  std::vector<QPDFObjectHandle> image_objects;  // those of `images`; inline images have none
  std::vector<PdfLine> lines;
  int unmapped = 0;
};

/// Runs the operators of a content stream that place images and text (ISO 32000-1, 8.3 and 9.4),
/// with the forms that it draws. `to_page` brings its coordinates to shares of the page as shown,
/// x to the right, y down; `size` is of that page. Untrusted: work and text are bounded.
PdfContentFacts content_facts(const std::string& content, const QPDFObjectHandle& resources,
                              const Matrix& to_page, const PageSize& size);

}  // namespace sohoa
