#pragma once

#include <filesystem>
#include <optional>

#include "models/record/declaration.h"

namespace sohoa {

/// What the officer declared, of `--declared FILE`; nothing when no file is named. Throws Error
/// (kInput) naming the member that is not as it must be.
std::optional<Declaration> read_declaration(const std::filesystem::path& file);

}  // namespace sohoa
