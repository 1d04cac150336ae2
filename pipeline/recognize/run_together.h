#pragma once

#include <string>
#include <vector>

namespace sohoa {

/// The words that the recognizer ran together, as it does where a number is written by hand between
/// printed words: `ngày04tháng` → `ngày`, `04`, `tháng`; `Số:565` → `Số:`, `565`. Words without
/// marks stay whole, for they may be codes. `word` is NFC.
std::vector<std::string> run_together(const std::string& word);

}  // namespace sohoa
