#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace sohoa::test {

/// A row of manifest.tsv: one page with its truth.
struct ScoredPage {
  std::string id;
  std::filesystem::path pdf;
  int dpi = 0;
  std::string mode;  // "mono" or "jpeg"
  std::string kind;
  std::filesystem::path truth;
  std::filesystem::path boxes;  // the truth with boxes, of generated pages; or empty

  /// Drawn, not scanned: it has no image of a scanner's, and is read from a picture at `dpi`.
  bool born_digital() const { return kind.starts_with("born-digital"); }
};

/// The pages of `folder`/manifest.tsv (id, pdf, dpi, mode, kind, truth, and boxes if there are any)
/// that have a truth, in its order. Throws Error (kInput) naming the row that is not like that, or
/// the file that is missing.
std::vector<ScoredPage> read_manifest(const std::filesystem::path& folder);

/// Which pages settings are chosen on, and which are kept to report on.
enum class Half { kDev, kTest };

/// Every other page of each kind by id, from the first (kDev) or the second (kTest) on; in the
/// order in which they come.
std::vector<ScoredPage> half_of(const std::vector<ScoredPage>& pages, Half half);

}  // namespace sohoa::test
