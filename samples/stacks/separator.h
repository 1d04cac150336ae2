#pragma once

#include <string>

#include "samples/sheet.h"

namespace sohoa {

/// What a separator sheet says; both may be empty.
struct Separator {
  std::string dossier_code;
  std::string kind;   // id of the paper that follows
  std::string title;  // of that kind
};

/// What its QR code carries: "SOHOA1|separator|DOSSIERCODE|KINDCODE".
std::string separator_code(const Separator& separator);

/// An A4 sheet laid between papers: a QR code of 40 mm at the top, the patch code PATCHT as Code 39
/// below it and along the left edge, and words for people.
void draw_separator(Sheet& sheet, const Separator& separator);

}  // namespace sohoa
