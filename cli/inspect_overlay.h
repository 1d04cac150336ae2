#pragma once

#include <filesystem>
#include <vector>

#include "pipeline/package/record_source.h"

namespace sohoa {

/// Throws Error (kUsage) for a name that ends neither in .pdf nor in .png; an empty one is none.
void refuse_unless_picture(const std::filesystem::path& overlay);

/// The files that an overlay of so many pages is: OUT.pdf; OUT.png, or OUT-0001.png and so on where
/// there are more pages.
std::vector<std::filesystem::path> overlay_files(const std::filesystem::path& overlay,
                                                 int page_count);

/// Draws the record's papers (write_overlay) into these files, each whole or not at all. Pictures
/// are drawn before the first of them is written. Errors: as write_overlay and
/// draw_overlay_pictures, Error (kOutput).
void write_overlay_files(const RecordSource& source,
                         const std::vector<std::filesystem::path>& files);

}  // namespace sohoa
