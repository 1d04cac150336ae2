#pragma once

#include "pipeline/package/zip/package_findings.h"
#include "pipeline/package/zip/zip_contents.h"

namespace sohoa {

/// In each representation that has descriptions of documents (EAD_doc_*.xml, TT 05/2025/TT-BNV):
/// every PDF has one of the same stem, and every one has its PDF.
void check_descriptions(const ZipContents& contents, PackageFindings& findings);

}  // namespace sohoa
