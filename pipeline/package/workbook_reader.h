#pragma once

#include <string>
#include <vector>

#include "pipeline/package/zip/zip_reader.h"

namespace sohoa {

/// The texts below a head of the first row, in the first sheet of an .xlsx (ECMA-376), top to
/// bottom; empty cells are left out. Throws Error (kInput) when it is no .xlsx that can be read,
/// has no such head, or is larger than a table that people fill.
std::vector<std::string> column_of_workbook(const ZipReader& xlsx, const std::string& head);

}  // namespace sohoa
