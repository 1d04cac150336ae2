#pragma once

#include <filesystem>

namespace sohoa {

/// Where the face of drawn text (visible signatures, sheets) is installed: Liberation Serif. Throws
/// Error (kDependency) when it is not.
std::filesystem::path subset_font_file();

}  // namespace sohoa
