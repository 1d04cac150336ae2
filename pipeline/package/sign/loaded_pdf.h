#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// A PDF that is signed or to be signed, in memory and where other programs read it.
struct LoadedPdf {
  std::string name;  // for messages
  std::filesystem::path path;
  Bytes bytes;
};

/// Throws Error (kInput) for more bytes than kPdfInMemoryBytesMax: signing needs all of it at once.
void require_loadable(const std::string& name, std::uint64_t bytes);

/// Throws Error (kInput) for a file that cannot be read or loaded.
LoadedPdf read_pdf(const std::filesystem::path& path);

}  // namespace sohoa
