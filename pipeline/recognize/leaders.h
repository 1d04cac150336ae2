#pragma once

#include <vector>

#include "pipeline/recognize/ink.h"

namespace sohoa {

/// The dots of dotted lines, which forms print for what is to be filled in and tables of contents
/// before the page number: rows of kLeaderDotsMin or more dots of one size at even distances.
/// Three dots of an ellipsis and the dots of letters, colons and abbreviations are none. `small`:
/// indices into Ink::marks to look among; returns those that are leaders, ascending.
std::vector<int> find_leaders(const Ink& ink, const std::vector<int>& small, double letter_height);

inline constexpr int kLeaderDotsMin = 5;

}  // namespace sohoa
