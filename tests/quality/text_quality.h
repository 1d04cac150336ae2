#pragma once

#include "pipeline/base/json.h"
#include "tests/quality/quality_options.h"

namespace sohoa::test {

/// Scores the pages of manifest.tsv, prints the tables and returns the scores of each engine and
/// kind. Throws Error (kInput) where there is nothing to score.
Json measure_text(const QualityOptions& options);

}  // namespace sohoa::test
