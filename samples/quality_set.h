#pragma once

#include <filesystem>

namespace sohoa {

/// Writes a folder laid out for `./dev quality`: manifest.tsv (id, pdf, dpi, mode, kind, truth,
/// boxes), a
/// PDF of one page and a .gt.txt for each, a few pages of every kind of wear.
void write_quality_set(const std::filesystem::path& folder, std::uint64_t seed, int pages_per_kind);

}  // namespace sohoa
