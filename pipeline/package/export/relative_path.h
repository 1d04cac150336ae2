#pragma once

#include <string>

namespace sohoa {

/// A path of the package as a URL relative to a folder of it ("" or "a/b/"): percent-encoded where
/// RFC 3986 asks for it.
std::string relative_url(const std::string& folder, const std::string& path);

}  // namespace sohoa
