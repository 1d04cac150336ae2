#pragma once

#include <span>
#include <string>
#include <vector>

namespace sohoa {

enum class Sides { kOne, kBoth };

/// One paper of a stack. With both sides scanned a blank back follows every sheet.
struct PlannedPaper {
  const char* kind;
  const char* wear;
  Sides sides = Sides::kOne;
};

/// One scanning run. The name says its form: .pdf and .tif make one file; .jpg and .png make a
/// folder of that stem with a file for every page, "page-1.jpg".
struct PlannedFile {
  const char* name;
  double dpi;
  std::vector<PlannedPaper> papers;
};

/// A citizen's dossier as the desk scanned it.
struct PlannedDossier {
  const char* name;
  const char* title;
  std::uint64_t seed;
  std::vector<PlannedFile> files;
};

std::span<const PlannedDossier> planned_dossiers();

/// Throws Error (kUsage) for a name that is none.
const PlannedDossier& planned_dossier(const std::string& name);

}  // namespace sohoa
