#pragma once

#include <filesystem>

namespace sohoa {

enum class BenchForm { kImages, kPdf };

/// Writes `pages` colour A4 scans at 300 dpi, as an office's scanner gives them, for timing: files
/// page-0001.jpg … or one scan.pdf of them. One page is in memory at a time.
void write_bench_set(const std::filesystem::path& folder, std::uint64_t seed, int pages,
                     BenchForm form);

}  // namespace sohoa
