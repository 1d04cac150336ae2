#include "pipeline/package/zip/windows_names.h"

#include <algorithm>
#include <array>

#include "pipeline/base/text.h"

namespace sohoa {

namespace {

constexpr std::array<std::string_view, 6> kDevices = {"con", "prn",    "aux",
                                                      "nul", "conin$", "conout$"};
constexpr std::array<std::string_view, 12> kPortNumbers = {"1", "2", "3", "4", "5", "6",
                                                           "7", "8", "9", "¹", "²", "³"};

bool is_port(std::string_view name) {
  if (!name.starts_with("com") && !name.starts_with("lpt")) return false;
  return std::find(kPortNumbers.begin(), kPortNumbers.end(), name.substr(3)) != kPortNumbers.end();
}

}  // namespace

bool is_device_name(std::string_view part) {
  const std::string folded = case_folded(without_dropped_end(part.substr(0, part.find('.'))));
  return is_port(folded) || std::find(kDevices.begin(), kDevices.end(), folded) != kDevices.end();
}

std::string_view without_dropped_end(std::string_view part) {
  const std::size_t last = part.find_last_not_of(". ");
  return last == std::string_view::npos ? std::string_view() : part.substr(0, last + 1);
}

std::string clash_key_of(std::string_view path) {
  std::string key;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t slash = std::min(path.find('/', at), path.size());
    key += without_dropped_end(path.substr(at, slash - at));
    if (slash < path.size()) key += '/';
    at = slash + 1;
  }
  return case_folded(key);
}

}  // namespace sohoa
