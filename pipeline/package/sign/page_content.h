#pragma once

#include <filesystem>

#include "pipeline/package/sign/pdf_document.h"
#include "pipeline/package/sign/taken_area.h"

namespace sohoa {

/// What a page's ink, text (invisible text too) and annotations take of it. The page is drawn
/// small by pdftoppm, its words are listed by pdftotext; a page that they cannot draw in time is
/// taken wholly. `file` holds the document. Throws Error (kDependency) without these programs.
TakenArea taken_area_of_first_page(PdfDocument& document, const std::filesystem::path& file);

}  // namespace sohoa
