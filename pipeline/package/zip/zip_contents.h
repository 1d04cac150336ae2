#pragma once

#include <map>
#include <set>
#include <string>

#include "models/record/package.h"
#include "pipeline/base/digest.h"
#include "pipeline/package/zip/package_findings.h"
#include "pipeline/package/zip/zip_reader.h"

namespace sohoa {

using EntriesByName = std::map<std::string, const ZipEntry*>;

/// The files of a zip by name, folders left out. Where one folder holds them all, as many programs
/// pack, the names are those inside it.
struct ZipContents {
  std::string top;  // that folder with its '/', or nothing
  EntriesByName files;

  bool has(const std::string& name) const { return files.count(name) != 0; }
};

/// The ZipReader must outlive it.
ZipContents contents_of(const ZipReader& zip);

struct EntryDigest {
  std::uint64_t bytes = 0;
  std::map<DigestAlgorithm, std::string> hex;
};

using EntryDigests = std::map<std::string, EntryDigest>;

/// Size and digests of every file, by inflating all of it once. A file that cannot be inflated is a
/// finding and is left out.
EntryDigests digest_contents(const ZipReader& zip, const ZipContents& contents,
                             const std::set<DigestAlgorithm>& algorithms,
                             PackageFindings& findings);

}  // namespace sohoa
