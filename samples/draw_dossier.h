#pragma once

#include <filesystem>

#include "pipeline/base/json.h"
#include "samples/dossier_plan.h"

namespace sohoa {

/// Draws a dossier: its files under `folder`/dossiers/NAME, its truth as `folder`/truth/NAME.json
/// (`sohoa.samples.truth/1`, described in samples/README.md). Returns the truth.
Json draw_dossier(const PlannedDossier& plan, std::uint64_t seed,
                  const std::filesystem::path& folder);

}  // namespace sohoa
