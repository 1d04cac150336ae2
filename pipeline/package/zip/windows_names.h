#pragma once

#include <string>
#include <string_view>

namespace sohoa {

// How Windows takes the parts of a path (Microsoft, "Naming Files, Paths, and Namespaces").

/// Whether a part is the name of a device, whatever its case and extension: no file can have it.
bool is_device_name(std::string_view part);

/// The part without the dots and spaces at its end, which Windows drops.
std::string_view without_dropped_end(std::string_view part);

/// The same for paths that lead to one place where differences of case do not count either. A '/'
/// at the end stays.
std::string clash_key_of(std::string_view path);

}  // namespace sohoa
