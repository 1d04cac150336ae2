#pragma once

#include <string>

#include "cli/command_line.h"

namespace sohoa {

/// The first line of the file, or the variable's value, or what is typed at the terminal, unseen,
/// after `prompt`. Throws Error: kInput for a file that cannot be read, kUsage where there is none
/// of them.
std::string read_secret(const SecretSource& source, const std::string& prompt);

}  // namespace sohoa
