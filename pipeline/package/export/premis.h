#pragma once

#include <string>
#include <vector>

#include "pipeline/package/export/package_draft.h"

namespace sohoa {

struct PremisEvent {
  std::string id;
  std::string type;
  std::string detail;
};

/// What one PREMIS file says: one event, what it brought forth, and who did it.
struct PremisDocument {
  std::string entity;            // identifier of the package or representation
  std::vector<DraftFile> files;  // each with its fixity
  PremisEvent event;
  std::string time;
  std::string agency_name, agency_code;
  std::string program_version;
};

/// Writes it as PREMIS 3.0 (loc.gov/standards/premis/v3).
void write_premis(const PremisDocument& premis, XmlWriter& xml);

}  // namespace sohoa
