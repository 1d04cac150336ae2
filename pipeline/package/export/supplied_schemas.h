#pragma once

#include <filesystem>
#include <vector>

namespace sohoa {

/// The XML schemas (*.xsd) in a folder, by name; none when no folder is named. Throws Error
/// (kInput) for a folder that cannot be read, that has none, or that has names unfit for a package.
std::vector<std::filesystem::path> supplied_schemas(const std::filesystem::path& folder);

}  // namespace sohoa
