#pragma once

#include <map>
#include <string>

#include "models/record/package.h"
#include "pipeline/package/zip/package_findings.h"
#include "pipeline/package/zip/zip_reader.h"

namespace sohoa {

using EntriesByName = std::map<std::string, const ZipEntry*>;

/// Size and SHA-256 of every entry, by inflating all of it once. An entry that cannot be inflated
/// is a finding and is left out.
std::map<std::string, FileDigest> digest_entries(const ZipReader& zip, PackageFindings& findings);

/// The rules of BagIt 1.0: declaration, manifests complete and true, Payload-Oxum.
void check_bag(const ZipReader& zip, const EntriesByName& entries,
               const std::map<std::string, FileDigest>& digests, PackageFindings& findings);

}  // namespace sohoa
