#pragma once

#include <vector>

#include "models/papers/agency_names.h"
#include "models/papers/kind.h"
#include "models/papers/procedure.h"
#include "models/papers/signers.h"

namespace sohoa {

/// What papers are understood by.
struct Knowledge {
  std::vector<PaperKind> kinds;
  AgencyNames agencies;
  SignerWords signers;
  std::vector<Procedure> procedures;
};

/// Throws Error as load_kinds() and its like.
Knowledge load_knowledge();

/// The abbreviations of types of documents: "QĐ".
std::vector<std::string> type_abbreviations(const Knowledge& knowledge);

}  // namespace sohoa
