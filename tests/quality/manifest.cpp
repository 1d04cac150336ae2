#include "tests/quality/manifest.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <sstream>

#include "pipeline/base/error.h"
#include "pipeline/base/file.h"

namespace sohoa::test {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kColumns = 7;
constexpr std::uint64_t kManifestBytesMax = 16 << 20;

std::vector<std::string> columns_of(const std::string& row) {
  std::vector<std::string> columns(1);
  for (const char c : row) {
    if (c == '\t') {
      columns.emplace_back();
    } else if (c != '\r') {
      columns.back() += c;
    }
  }
  columns.resize(std::max(columns.size(), kColumns));
  return columns;
}

Error row_error(const fs::path& manifest, int row, const std::string& reason) {
  return Error(ExitCode::kInput, manifest.string() + " line " + std::to_string(row), reason,
               "write id, pdf, dpi, mode, kind and truth, with tabs between");
}

ScoredPage page_of(const std::vector<std::string>& columns, const fs::path& manifest, int row) {
  ScoredPage page;
  page.id = columns[0];
  page.pdf = manifest.parent_path() / columns[1];
  const std::string& dpi = columns[2];
  if (std::from_chars(dpi.data(), dpi.data() + dpi.size(), page.dpi).ec != std::errc() ||
      page.dpi <= 0) {
    throw row_error(manifest, row, "the third column is no resolution");
  }
  page.mode = columns[3];
  page.kind = columns[4];
  page.truth = manifest.parent_path() / columns[5];
  if (!columns[6].empty()) page.boxes = manifest.parent_path() / columns[6];
  if (!fs::is_regular_file(page.pdf)) throw row_error(manifest, row, "the PDF is missing");
  if (!fs::is_regular_file(page.truth)) throw row_error(manifest, row, "the truth is missing");
  if (!page.boxes.empty() && !fs::is_regular_file(page.boxes)) {
    throw row_error(manifest, row, "the boxes are missing");
  }
  return page;
}

}  // namespace

std::vector<ScoredPage> read_manifest(const fs::path& folder) {
  const fs::path manifest = folder / "manifest.tsv";
  std::istringstream rows(std::string(as_text(read_file(manifest, kManifestBytesMax))));
  std::vector<ScoredPage> pages;
  int number = 0;
  for (std::string row; std::getline(rows, row);) {
    ++number;
    if (number == 1 || row.empty()) continue;
    const std::vector<std::string> columns = columns_of(row);
    if (!columns[5].empty()) pages.push_back(page_of(columns, manifest, number));
  }
  return pages;
}

std::vector<ScoredPage> half_of(const std::vector<ScoredPage>& pages, Half half) {
  std::map<std::string, std::vector<std::string>> ids;
  for (const ScoredPage& page : pages) ids[page.kind].push_back(page.id);
  for (auto& [kind, of_kind] : ids) std::sort(of_kind.begin(), of_kind.end());
  std::vector<ScoredPage> chosen;
  for (const ScoredPage& page : pages) {
    const std::vector<std::string>& of_kind = ids[page.kind];
    const auto at = std::lower_bound(of_kind.begin(), of_kind.end(), page.id) - of_kind.begin();
    if ((at % 2 == 0) == (half == Half::kDev)) chosen.push_back(page);
  }
  return chosen;
}

}  // namespace sohoa::test
