#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace sohoa {

/// The names in the central directory of a zip (APPNOTE 4.3.12), in order, byte for byte. libzip
/// hands out C strings, in which it has put a space for every NUL. Empty when the directory is not
/// where the end of the file says.
std::vector<std::string> raw_names_of(const std::filesystem::path& zip);

}  // namespace sohoa
