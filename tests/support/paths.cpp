#include "tests/support/paths.h"

namespace sohoa::test {

namespace fs = std::filesystem;

fs::path source_folder() { return SOHOA_SOURCE_FOLDER; }

fs::path program() { return fs::path(SOHOA_BINARY_FOLDER) / "sohoa"; }

fs::path samples_program() { return fs::path(SOHOA_BINARY_FOLDER) / "sohoa_samples"; }

fs::path real_scans() {
  const fs::path scans = source_folder() / "../shared/data/scans";
  return fs::exists(scans / "manifest.tsv") ? scans : fs::path();
}

}  // namespace sohoa::test
