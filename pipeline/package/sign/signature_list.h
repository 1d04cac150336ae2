#pragma once

#include <string>
#include <vector>

#include "pipeline/package/sign/pdf_document.h"

namespace sohoa {

/// A signature field that is signed.
struct SignedField {
  std::string name;            // full, as "form.Signature1"
  QPDFObjectHandle signature;  // the dictionary in /V
  QPDFObjectHandle widget;
};

/// Of the document's form, in its order. Hostile trees are walked to a depth and a number.
std::vector<SignedField> signed_fields(PdfDocument& document);

/// Where a widget is shown: the page's number from 1, and the corner; 0 and "" when nowhere.
struct ShownPlace {
  int page = 0;
  std::string corner;
};
ShownPlace shown_place(PdfDocument& document, QPDFObjectHandle widget);

}  // namespace sohoa
