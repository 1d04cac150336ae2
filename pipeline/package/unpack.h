#pragma once

#include <filesystem>
#include <vector>

#include "models/record/finding.h"

namespace sohoa {

/// Unpacks a zip that may be hostile into a folder that is not there yet. The folder appears when
/// all files are in it, on the disk and held against their CRC-32 (AtomicFolder).
///
/// Findings: what makes the zip unfit to be unpacked (check_entries); then nothing was written.
/// Throws Error: kInput for a file that is no zip or is damaged, kOutput for the folder or the
/// disk.
std::vector<Finding> unpack(const std::filesystem::path& zip, const std::filesystem::path& folder);

}  // namespace sohoa
