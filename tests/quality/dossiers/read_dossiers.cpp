#include "tests/quality/dossiers/read_dossiers.h"

#include <algorithm>

#include "pipeline/base/error.h"
#include "pipeline/base/log.h"
#include "pipeline/base/process.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/package/record_source.h"
#include "tests/quality/parallel.h"

namespace sohoa::test {

namespace fs = std::filesystem;

namespace {

constexpr ProcessLimits kIntakeLimits{.seconds_max = 1800, .memory_bytes_max = 8ULL << 30};

Dossier intake_of(const fs::path& scans, const IntakeProgram& intake) {
  const TemporaryFolder folder;
  const fs::path record = folder.path() / "record.zip";
  const ProcessResult result =
      run_process({intake.program, "intake", fs::absolute(scans).string(), "-o", record.string(),
                   "-l" + intake.language, "-j1", "-q"},
                  kIntakeLimits);
  const bool done = result.exit_code == static_cast<int>(ExitCode::kDone) ||
                    result.exit_code == static_cast<int>(ExitCode::kAttention);
  if (!done) {
    throw Error(ExitCode::kInput, scans.string(),
                "intake ended with " + std::to_string(result.exit_code) + ": " +
                    result.messages.substr(0, 200),
                "");
  }
  return RecordSource(record).record().dossier;
}

ReadDossier read_dossier(const DossierCase& one, const IntakeProgram& intake) {
  ReadDossier dossier{read_dossier_truth(one.truth), {}, false};
  try {
    dossier.read = without_notes(intake_of(one.scans, intake), dossier.truth);
  } catch (const Error& error) {
    log_error(error.what());
    dossier.failed = true;
  }
  return dossier;
}

/// DIR/dossiers/NAME is a folder, or one file of any extension.
std::vector<fs::path> scans_in(const fs::path& folder) {
  std::vector<fs::path> scans;
  if (!fs::is_directory(folder)) return scans;
  for (const auto& entry : fs::directory_iterator(folder)) scans.push_back(entry.path());
  std::sort(scans.begin(), scans.end());
  return scans;
}

std::string name_of(const fs::path& scans) {
  return (fs::is_directory(scans) ? scans.filename() : scans.stem()).string();
}

}  // namespace

std::vector<DossierCase> find_dossiers(const fs::path& folder) {
  std::vector<DossierCase> cases;
  if (!fs::is_directory(folder / "truth") || !fs::is_directory(folder / "dossiers")) return cases;
  const std::vector<fs::path> scans = scans_in(folder / "dossiers");
  for (const fs::path& truth : scans_in(folder / "truth")) {
    if (truth.extension() != ".json") continue;
    const auto found = std::find_if(scans.begin(), scans.end(), [&](const fs::path& one) {
      return name_of(one) == truth.stem().string();
    });
    if (found == scans.end()) {
      throw Error(ExitCode::kInput, truth.string(), "there are no scans of it",
                  "put them into dossiers/" + truth.stem().string());
    }
    cases.push_back({*found, truth});
  }
  return cases;
}

std::vector<ReadDossier> read_dossiers(const std::vector<DossierCase>& cases,
                                       const IntakeProgram& intake) {
  std::vector<ReadDossier> dossiers(cases.size());
  in_parallel(cases.size(), intake.jobs,
              [&](std::size_t i) { dossiers[i] = read_dossier(cases[i], intake); });
  return dossiers;
}

}  // namespace sohoa::test
