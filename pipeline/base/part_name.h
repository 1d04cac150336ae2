#pragma once

#include <filesystem>

namespace sohoa {

// The hidden name, in its target's folder, of what is not whole yet. It tells the machine and the
// process that makes it, so that another can tell what was left behind.

/// A name that was not given before: ".target.host-process-start-count.part".
std::filesystem::path part_name_for(const std::filesystem::path& target);

/// Removes files and folders under such names for that target whose process is gone.
void remove_leftover_parts(const std::filesystem::path& target);

}  // namespace sohoa
