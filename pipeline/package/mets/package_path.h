#pragma once

#include <optional>
#include <string>

namespace sohoa {

/// Where a relative URL in a file of `folder` ("" or "a/b/") leads inside the package; nothing when
/// it leads out of it, or is no relative path. Percent signs stay as they are.
std::optional<std::string> package_path(const std::string& folder, const std::string& href);

/// "a/b/" of "a/b/c"; "" of "c".
std::string folder_of_path(const std::string& path);

/// "c" of "a/b/c.pdf".
std::string stem_of_path(const std::string& path);

}  // namespace sohoa
