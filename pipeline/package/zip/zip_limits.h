#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/record/finding.h"
#include "pipeline/package/zip/zip_reader.h"

namespace sohoa {

/// What an honest package stays far below.
struct ZipLimits {
  std::uint64_t entries_max = 1'000'000;
  std::uint64_t entry_bytes_max = 16ULL << 30;
  std::uint64_t total_bytes_max = 256ULL << 30;
  std::uint64_t ratio_max = 200;                // bytes to packed bytes …
  std::uint64_t ratio_free_bytes = 1ULL << 20;  // … of entries larger than this
  std::size_t name_bytes_max = 512;
};

/// What makes the entries unfit to be extracted or inflated, from the directory alone: names that
/// leave the folder or clash on some system, links and devices, encryption, sizes, bombs.
/// Empty: go on.
std::vector<Finding> check_entries(const std::vector<ZipEntry>& entries, const ZipLimits& limits);

}  // namespace sohoa
