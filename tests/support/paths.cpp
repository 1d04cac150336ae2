#include "tests/support/paths.h"

#include <cstdlib>

namespace sohoa::test {

namespace fs = std::filesystem;

namespace {

fs::path from_environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? fs::path(value) : fs::path();
}

}  // namespace

fs::path source_folder() {
  const fs::path given = from_environment("SOHOA_SOURCE_DIR");
  return given.empty() ? fs::current_path() : given;
}

fs::path program() { return from_environment("SOHOA_BINARY"); }

fs::path real_scans() {
  const fs::path scans = source_folder() / "../shared/data/scans";
  return fs::exists(scans / "manifest.tsv") ? scans : fs::path();
}

}  // namespace sohoa::test
