#pragma once

#include <filesystem>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// Keeps standard output for the product: from then on whatever a library prints to descriptor 1
/// goes to standard error. Call once, at the start of main.
void protect_standard_output();

/// Writes to the real standard output. Throws Error (kOutput), for a closed pipe too.
void write_to_standard_output(ByteView bytes);

/// The same with a file's bytes.
void copy_to_standard_output(const std::filesystem::path& file);

/// Whether the real standard output is a terminal.
bool standard_output_is_terminal();

}  // namespace sohoa
