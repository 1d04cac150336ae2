#pragma once

#include <string>

#include "tests/quality/dossiers/dossier_score.h"

namespace sohoa::test {

/// For people who look for the reasons, a line each: wrong cuts, kinds, pages set aside or kept
/// wrongly, and fields that are not exact. Empty where all is right.
std::string errors_of(const ReadDossier& dossier);

}  // namespace sohoa::test
