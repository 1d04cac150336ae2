#pragma once

#include <filesystem>
#include <functional>

#include "models/papers/rule.h"
#include "models/record/json_reader.h"

namespace sohoa {

/// Hands the JSON of one of our data files to `read`. Throws Error (kInput) that names the file and
/// the member that is not as it must be, and Error (kDependency) when the file is not there.
void read_data_file(const std::filesystem::path& file,
                    const std::function<void(const JsonReader&)>& read);

/// Names, without ".json", of the data files in a folder, in order; none when there is no folder.
std::vector<std::string> data_files_in(const std::filesystem::path& folder);

/// {"vi": …, "en": …}
Wording wording_of(const JsonReader& json, const char* member);

}  // namespace sohoa
