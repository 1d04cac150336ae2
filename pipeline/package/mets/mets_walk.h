#pragma once

#include <set>
#include <string>
#include <vector>

#include "pipeline/package/mets/mets_reader.h"
#include "pipeline/package/zip/package_findings.h"
#include "pipeline/package/zip/zip_contents.h"

namespace sohoa {

inline constexpr char kMetsName[] = "METS.xml";

/// A reference and where it leads.
struct LocatedReference {
  MetsReference reference;
  std::string path;
};

/// All that the METS files of a package say.
struct WalkedMets {
  std::string object_id;                  // of the METS at the top
  std::set<std::string> read;             // METS files
  std::vector<LocatedReference> located;  // references that lead to a file of the package
  std::set<std::string> listed;           // their files
  std::set<std::string> pointed;          // METS files that an <mptr> names
  std::vector<std::string> ids;           // of all the METS files, in order
};

/// Reads the METS at the top and all those that it leads to. Those that cannot be read, references
/// that lead nowhere or out of the package, and ids that no element has are findings.
WalkedMets walk_mets(const ZipReader& zip, const ZipContents& contents, const MetsLimits& limits,
                     PackageFindings& findings);

}  // namespace sohoa
