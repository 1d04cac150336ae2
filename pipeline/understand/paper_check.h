#pragma once

#include "models/papers/kind.h"
#include "models/record/dossier.h"

namespace sohoa {

/// Holds what a paper says against itself: the twelve digits of a person's number against sex and
/// year of birth, the type in its number against its title, dates against each other. What does not
/// agree gets a finding, and its fields FieldDoubt::kPatternNotMet where nobody doubted them; a
/// person's number that agrees with both sex and birth becomes FieldMethod::kCrossChecked.
/// `kind` null: only what holds for papers of every kind.
void check_paper(const PaperKind* kind, Paper& paper);

}  // namespace sohoa
