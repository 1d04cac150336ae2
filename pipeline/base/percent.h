#pragma once

#include <string>
#include <string_view>

namespace sohoa {

/// A path as part of a URI: all but '/' and RFC 3986's unreserved characters as %XX.
std::string percent_encoded(std::string_view path);

/// With %XX decoded; what is no such code stays.
std::string percent_decoded(std::string_view text);

// The same of some characters only, as formats with rules of their own ask for.
std::string percent_encoded_only(std::string_view text, std::string_view characters);
std::string percent_decoded_only(std::string_view text, std::string_view characters);

}  // namespace sohoa
