#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sohoa {

/// Capitals, digits and '<' of a recognized line, as a machine-readable zone has them, white space
/// left out and what looks like fillers («, ‹) taken for them; none when there is anything else.
std::optional<std::string> mrz_characters(const std::string& line);

/// The line with its longest run of fillers made so long that it has `length`; none when it is off
/// by more than a few, or has no such run.
std::optional<std::string> fitted(const std::string& line, std::size_t length);

/// Puts right what cannot stand in its place. A pattern has for each character: 9 a digit, A a
/// letter or a filler, < a filler, anything else for whatever was read.
std::string repaired(const std::string& line, std::string_view pattern);

/// Names in which what stands between fillers and has no letters but K and C is taken for fillers.
std::string with_fillers(std::string names);

}  // namespace sohoa
