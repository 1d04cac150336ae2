#pragma once

#include <string>
#include <vector>

#include "models/papers/rule.h"

namespace sohoa {

/// All rules that there are (rules.json). Throws Error (kDependency) when the file is not there,
/// Error (kInput) naming the member that is not as it must be.
std::vector<Rule> load_rules();

/// The profile of that name, or of a JSON file of one's own. Every rule it names is known and has
/// the parameters that the rule asks for, and no other; every pattern compiles. Throws Error
/// (kUsage) for a name that there is not, else as load_rules().
Profile load_profile(const std::string& name_or_file);

/// Names of the profiles that there are, in order.
std::vector<std::string> profile_names();

}  // namespace sohoa
