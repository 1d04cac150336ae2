#pragma once

#include "pipeline/base/json.h"
#include "tests/quality/dossiers/dossier_score.h"

namespace sohoa::test {

/// {"dossiers", "failed", "split", "kinds", "set_aside", "fields", "straight_through"}: counts, and
/// shares 0 … 1; what was not chosen on anything is null.
Json json_of(const DossierScore& score, const StraightThrough& fields);

}  // namespace sohoa::test
