#include "cli/export_kinds.h"

#include <algorithm>

namespace sohoa {

const std::map<std::string, ExportKind>& export_kinds() {
  static const std::map<std::string, ExportKind> kinds = {{"archive", ExportKind::kArchive},
                                                          {"eark", ExportKind::kEark},
                                                          {"bagit", ExportKind::kBagit},
                                                          {"one-stop", ExportKind::kOneStop},
                                                          {"civil-book", ExportKind::kCivilBook}};
  return kinds;
}

std::string name_of(ExportKind kind) {
  const auto& kinds = export_kinds();
  return std::find_if(kinds.begin(), kinds.end(),
                      [&](const auto& entry) { return entry.second == kind; })
      ->first;
}

}  // namespace sohoa
