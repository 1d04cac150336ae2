#pragma once

#include <filesystem>
#include <vector>

#include "models/papers/rule.h"
#include "pipeline/base/log.h"
#include "pipeline/package/conform/breach.h"

namespace sohoa {

// What `sohoa check` prints of a file, a function for each format.

/// Lines for people; nothing but "sound" for a sound file, and not that when quiet.
void print_check_text(const std::filesystem::path& file, const std::vector<Breach>& breaches,
                      Language language, LogLevel level);

/// One line of "sohoa.check/1".
void print_check_json(const std::filesystem::path& file, const Profile& profile,
                      const std::vector<Breach>& breaches);

/// A line a breach: a `result` of SARIF 2.1.0 (OASIS), 3.27.
void print_check_sarif(const std::filesystem::path& file, const std::vector<Breach>& breaches,
                       Language language);

}  // namespace sohoa
