#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/quality/dossiers/dossier_score.h"

namespace sohoa::test {

/// A dossier to score: the scans and what is true of them.
struct DossierCase {
  std::filesystem::path scans;
  std::filesystem::path truth;
};

/// `folder`/dossiers/NAME with `folder`/truth/NAME.json, by name; none where there is no such
/// folder. Scans without truth are left out. Throws Error (kInput) for a truth without scans.
std::vector<DossierCase> find_dossiers(const std::filesystem::path& folder);

struct IntakeProgram {
  std::string program = "sohoa";
  std::string language = "vie";
  int jobs = 2;  // dossiers at a time
};

/// Runs `sohoa intake` on each and takes what its record says. One on which the program fails
/// counts as one of which it read nothing.
std::vector<ReadDossier> read_dossiers(const std::vector<DossierCase>& cases,
                                       const IntakeProgram& intake);

}  // namespace sohoa::test
