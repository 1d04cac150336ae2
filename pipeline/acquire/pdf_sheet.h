#pragma once

#include <filesystem>

#include "pipeline/acquire/pdf_content.h"

namespace sohoa {

/// Appearances of a page's annotations that are to be seen (ISO 32000-1 12.5), with their
/// rectangles in points as shown. Links, pop-ups and hidden ones are none.
struct VisibleAnnotation {
  QPDFObjectHandle appearance;  // the form of its state
  QPDFObjectHandle rectangle;   // as the page has it
  Box box;
};
std::vector<VisibleAnnotation> visible_annotations(const PdfPage& page);

/// What stands in the place of the scan.
enum class Background { kWhite, kBlack, kScan };

/// Writes a document that shows what lies over the scan: for each region (points as shown) a page,
/// on each of the backgrounds in turn.
void write_sheets(PdfFile& file, const PdfPage& page, const ContentMark& scan,
                  const std::vector<Box>& regions, const std::vector<Background>& backgrounds,
                  const std::filesystem::path& path);

}  // namespace sohoa
