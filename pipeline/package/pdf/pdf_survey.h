#pragma once

#include "pipeline/package/pdf/pdf_bytes.h"
#include "pipeline/package/pdf/pdf_facts.h"

namespace sohoa {

inline constexpr int kSurveyPagesMax = 20000;

/// What stands in a PDF, for the rules about records: sizes, images, text, signature fields. Reads
/// untrusted bytes; of an encrypted file that it cannot open only `encrypted` is told. Pages beyond
/// kSurveyPagesMax are counted but not looked into. Throws Error (kInput) when it cannot be read as
/// a PDF at all.
PdfFacts survey_pdf(const PdfBytes& pdf);

}  // namespace sohoa
