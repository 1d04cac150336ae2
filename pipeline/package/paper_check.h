#pragma once

#include "models/record/package.h"
#include "pipeline/package/package_check.h"
#include "pipeline/package/zip/zip_contents.h"

namespace sohoa {

/// Opens the PDF of each paper: it must have the paper's pages, begin with what record.json says
/// was signed, and keep the clauses of PDF/A if the settings ask for it and the record claims it.
void check_papers(const ZipReader& zip, const EntriesByName& entries, const Record& record,
                  const PackageCheckSettings& settings, PackageFindings& findings);

}  // namespace sohoa
