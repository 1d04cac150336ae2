#pragma once

#include <filesystem>

namespace sohoa {

/// Throws Error (kOutput) when a file is there; standard output never is.
void refuse_if_there(const std::filesystem::path& output);

/// Throws Error (kUsage) when the output is that file, which only gives something to the job.
void refuse_same_file(const std::filesystem::path& output, const std::filesystem::path& given);

/// Throws Error (kUsage) for a folder.
void refuse_folder(const std::filesystem::path& output);

}  // namespace sohoa
