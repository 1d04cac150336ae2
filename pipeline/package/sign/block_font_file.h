#pragma once

#include <filesystem>

namespace sohoa {

/// Where the face of visible signatures is installed: Liberation Serif. Throws Error (kDependency)
/// when it is not.
std::filesystem::path block_font_file();

}  // namespace sohoa
