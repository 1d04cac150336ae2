#pragma once

#include <map>
#include <string>

#include "models/record/package.h"
#include "pipeline/package/zip/package_findings.h"

namespace sohoa {

/// record.json against the files of the package, and against itself: every file listed with its
/// digest, every page in one paper or set aside, every page of a paper known.
void check_record(const Record& record, const std::map<std::string, FileDigest>& digests,
                  PackageFindings& findings);

}  // namespace sohoa
