#pragma once

#include <string>

namespace sohoa {

/// A value as a clerk types it: telephone numbers without spaces, lengths
/// and areas without their unit, names of signers without their
/// degrees, positions with the capitals that decree 30 gives them ("Phó Chủ tịch").
std::string as_typed(const std::string& field, const std::string& value);

}  // namespace sohoa
