#pragma once

#include "pipeline/package/zip/package_findings.h"
#include "pipeline/package/zip/zip_contents.h"

namespace sohoa {

enum class BagMaker {
  kAny,  // the rules of BagIt 0.93 to 1.0 (RFC 8493): declaration, at least one payload manifest,
         // manifests complete and true, Payload-Oxum true where it is given
  kOurs  // and 1.0 as we write it: SHA-256 manifests, every tag file listed, a Payload-Oxum
};

/// The algorithms of a bag's manifests.
std::set<DigestAlgorithm> manifest_algorithms(const ZipContents& contents);

/// Holds a bag against its manifests. `digests` has those of manifest_algorithms.
void check_bag(const ZipReader& zip, const ZipContents& contents, const EntryDigests& digests,
               BagMaker maker, PackageFindings& findings);

}  // namespace sohoa
