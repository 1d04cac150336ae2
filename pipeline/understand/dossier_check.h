#pragma once

#include "models/record/dossier.h"
#include "pipeline/understand/knowledge.h"

namespace sohoa {

/// Holds the papers of a dossier against each other and against what the law lets be digitized:
/// the same person's number with names that differ, components that the procedure asks for and that
/// are not there, papers that must not be kept (circular 01/2023: secret ones, copies, cards that
/// are only shown). Adds findings.
/// The procedure is the declared one, else the one that a paper's code or text names.
void check_dossier(const Knowledge& knowledge, Dossier& dossier);

}  // namespace sohoa
