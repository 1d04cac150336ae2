#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace sohoa {

using Json = nlohmann::json;

/// Canonical bytes of a JSON value: keys sorted, two spaces of indent, numbers as short as they
/// round-trip, UTF-8 unescaped, one newline at the end. Equal values give equal bytes.
std::string canonical_json(const Json& value);

/// The same value on one line, for JSON lines.
std::string json_line(const Json& value);

/// Rounds to `decimals` so that a measurement does not print seventeen digits.
double rounded(double value, int decimals);

}  // namespace sohoa
