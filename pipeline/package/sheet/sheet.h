#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/package/sheet/sheet_page.h"

namespace sohoa {

inline constexpr int kSheetsMax = 1000;

struct SheetSettings {
  int count = 1;         // copies of each sheet
  std::string producer;  // "sohoa 0.1.0"
};

/// Writes the sheets, each `count` times, as a PDF/A-2u of A4 pages to `path`, truncating what is
/// there; no fsync. Same sheets and settings give the same bytes. Errors: Error, kUsage for more
/// than kSheetsMax pages or a text that cannot be drawn, kDependency without the font, kOutput.
void write_sheets(const std::vector<SeparatorSheet>& sheets, const SheetSettings& settings,
                  const std::filesystem::path& path);

}  // namespace sohoa
