#pragma once

#include <cstdint>
#include <filesystem>

#include "pipeline/base/bytes.h"

namespace sohoa {

inline constexpr std::uint64_t kFileBytesMax = 4ULL << 30;

/// The whole file; throws Error (kInput) when it cannot be read or is larger than `bytes_max`.
Bytes read_file(const std::filesystem::path& path, std::uint64_t bytes_max = kFileBytesMax);

/// The system's folder for temporary files (TMPDIR, or /tmp).
std::filesystem::path temporary_folder_of_system();

}  // namespace sohoa
