#pragma once

#include <filesystem>
#include <string>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// A PDF that is to be signed, in memory and where other programs read it.
struct UnsignedPdf {
  std::string name;  // for messages
  std::filesystem::path path;
  Bytes bytes;
};

/// Throws Error (kInput) for a file that cannot be read and for one of more than 2 GiB.
UnsignedPdf read_pdf(const std::filesystem::path& path);

}  // namespace sohoa
