#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "pipeline/base/error.h"

namespace sohoa {

/// Runs `look` on each file. One that cannot be read is said so and does not stop the others. The
/// code of the whole: kInput where one could not be read, else kAttention where one needs it.
ExitCode for_each_file(const std::string& command, const std::vector<std::filesystem::path>& files,
                       const Talk& talk,
                       const std::function<ExitCode(const std::filesystem::path&)>& look);

}  // namespace sohoa
