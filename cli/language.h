#pragma once

#include <map>
#include <string>

#include "models/papers/rule.h"

namespace sohoa {

/// Vietnamese where LC_ALL, LC_MESSAGES or LANG, the first that is set, says so.
Language language_of_environment();

/// For `--lang`.
const std::map<std::string, Language>& language_names();

}  // namespace sohoa
