#pragma once

#include <string>

#include "pipeline/package/sign/pdf_document.h"

namespace sohoa {

/// Where a widget is shown: the page's number from 1, and the corner; 0 and "" when nowhere.
struct ShownPlace {
  int page = 0;
  std::string corner;
};

ShownPlace shown_place(PdfDocument& document, QPDFObjectHandle widget);

}  // namespace sohoa
