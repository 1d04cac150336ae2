#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/record/package.h"
#include "models/record/signature.h"
#include "pipeline/package/pdf/pdf_facts.h"

namespace sohoa {

/// One PDF of what is checked.
struct CheckedPaper {
  std::string name;  // for messages: its path, or its path in the package
  PdfFacts facts;
  std::vector<Finding> lint;                 // pdfa.*
  SignatureReport signatures;                // judged; none: it is not signed
  const Paper* paper = nullptr;              // of the record, where there is one
  std::vector<const PageAccount*> accounts;  // of its pages, likewise
};

/// What is checked: a package, a folder of PDFs or one PDF, with all that the rules need.
struct CheckedRecord {
  std::string name;
  std::vector<Finding> faults;  // package.*: of the package itself
  std::optional<Record> record;
  std::vector<CheckedPaper> papers;
  Declaration declared;
};

}  // namespace sohoa
