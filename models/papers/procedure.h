#pragma once

#include <string>
#include <vector>

#include "models/papers/rule.h"

namespace sohoa {

/// A paper that a procedure asks for.
struct Component {
  Wording title;
  std::vector<std::string> kinds;  // ids of PaperKinds, one of which it must be
  bool required = true;
  int count_min = 1;
};

/// What an administrative procedure asks of a dossier: a file of models/papers/procedures.
struct Procedure {
  std::string id;
  std::vector<std::string> codes;  // of the national database of procedures: "1.001193"
  Wording title;
  std::string basis;  // acts
  std::vector<Component> components;
};

/// All that there are, by id; none is none. Throws Error (kInput) naming file and member.
std::vector<Procedure> load_procedures();

/// The procedure of a code, with or without the agency's part ("1.001193.000.00.00.H40"); null for
/// one that is not known.
const Procedure* procedure_of(const std::vector<Procedure>& procedures, const std::string& code);

}  // namespace sohoa
