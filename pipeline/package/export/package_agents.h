#pragma once

#include <vector>

#include "pipeline/package/export/export.h"
#include "pipeline/package/export/mets.h"

namespace sohoa {

/// Who stands in the header of METS: the program, the agency as archival creator and as submitter
/// (E-ARK SIP, SIP9 to SIP20), the archive where it is named.
std::vector<MetsAgent> agents_of(const ExportSettings& settings);

}  // namespace sohoa
