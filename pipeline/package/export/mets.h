#pragma once

#include <string>
#include <vector>

#include "pipeline/package/export/package_draft.h"
#include "pipeline/package/export/package_profile.h"

namespace sohoa {

struct MetsAgent {
  std::string role, other_role, type, other_type, name, note, note_type;
};

/// A file of metadata: a dmdSec, or a digiprovMD of the amdSec.
struct MetsMetadata {
  std::string id;
  DraftFile file;
  std::string type;     // MDTYPE
  std::string version;  // MDTYPEVERSION
};

struct MetsGroup {
  std::string id;
  std::string use;
  std::vector<DraftFile> files;
  bool content = false;  // of representations: it tells the content information type
};

/// The METS file of a representation, as the structural map points to it.
struct MetsPointer {
  std::string path;   // from the package's folder
  std::string group;  // id of the file group that it stands in
};

struct MetsDivision {
  std::string id;
  std::string label;
  std::vector<std::string> descriptive, preservation;  // ids of metadata
  std::vector<MetsPointer> pointers;
  std::vector<std::string> groups;  // ids of file groups
  std::vector<MetsDivision> children;
};

/// What one METS file says, of a package or of a representation.
struct MetsDocument {
  std::string folder;  // that it lies in, from the package's; "" or "representations/rep1/"
  std::string object_id;
  std::string label;
  PackageType type = PackageType::kAip;
  std::string time;  // as archive_time gives it
  std::string ids;   // how its own ids are told apart: "root", "rep1"
  std::vector<MetsAgent> agents;
  std::vector<MetsMetadata> descriptive, preservation;
  std::vector<MetsGroup> groups;
  std::vector<MetsDivision> divisions;
  std::vector<std::string> supplied_schemas;  // paths from the package's folder
};

/// Writes it as METS 1.12 with E-ARK CSIP's attributes (earkcsip.dilcis.eu, requirements CSIP1 to
/// CSIP119), hrefs relative to the METS file.
void write_mets(const MetsDocument& mets, const PackageProfile& profile, const PackageDraft& draft,
                XmlWriter& xml);

}  // namespace sohoa
