#pragma once

#include <filesystem>
#include <functional>

#include "models/record/package.h"

namespace sohoa::test {

/// Makes the record anew at `out`, with another dossier in record.json: the same files, sound
/// again.
void change_record(const std::filesystem::path& in, const std::filesystem::path& out,
                   const std::function<void(Dossier&)>& change);

}  // namespace sohoa::test
