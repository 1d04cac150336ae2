#pragma once

#include <string>

#include "models/record/page.h"
#include "pipeline/package/pdf/pdf_attachment.h"

namespace sohoa {

/// What the text formats say of the image beside the words.
struct TextFormatContext {
  std::string file_name;     // of the page's image, as it is named in the package
  std::string image_sha256;  // of the master's stream; empty: left out
  std::string program_version;
  std::string job_time;  // ISO 8601; empty: left out
  int page_number = 1;
};

/// ALTO 4.4 (http://www.loc.gov/standards/alto/ns-v4#, altoxml.github.io), in upright px, word
/// confidence (WC) in 0 … 1. Elements stand in the order that the schema asks for; IDs are unique
/// in a book whose pages have different numbers. Lines without words are left out.
std::string alto_of(const TextPage& page, const TextFormatContext& context);

/// How the ALTO file of a page is carried inside a PDF/A-3.
PdfAttachment alto_attachment(const std::string& name, const TextFormatContext& context);

/// hOCR 1.2 (kba.github.io/hocr-spec/1.2), one page, well-formed XHTML, in upright px.
std::string hocr_of(const TextPage& page, const TextFormatContext& context);

/// The language of a page as HTML and XML name it (BCP 47), from Tesseract's name: "vi" for
/// "vie+eng". Empty when there is no such name.
std::string language_tag(const std::string& language);

}  // namespace sohoa
