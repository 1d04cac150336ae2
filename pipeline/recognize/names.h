#pragma once

#include <string>
#include <vector>

namespace sohoa {

/// Which words of a line are a person's own names: those behind a surname that begins a run of
/// words capitalised as it is, or that stands behind punctuation or a form of address. Which names
/// parents choose, no language model knows: `Ly` is as good as `Lý`.
std::vector<bool> given_names(const std::vector<std::string>& line);

}  // namespace sohoa
