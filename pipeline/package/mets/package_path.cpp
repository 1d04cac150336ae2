#include "pipeline/package/mets/package_path.h"

#include <algorithm>
#include <vector>

namespace sohoa {

namespace {

/// "http:" and the like.
bool has_scheme(const std::string& href) {
  const std::size_t colon = href.find(':');
  return colon != std::string::npos && colon < href.find('/');
}

}  // namespace

std::optional<std::string> package_path(const std::string& folder, const std::string& href) {
  if (href.empty() || href.front() == '/' || has_scheme(href)) return std::nullopt;
  if (href.find_first_of("\\?#") != std::string::npos) return std::nullopt;
  const std::string path = folder + href;
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t slash = std::min(path.find('/', at), path.size());
    const std::string part = path.substr(at, slash - at);
    at = slash + 1;
    if (part == "..") {
      if (parts.empty()) return std::nullopt;
      parts.pop_back();
    } else if (part.empty()) {
      return std::nullopt;
    } else if (part != ".") {
      parts.push_back(part);
    }
  }
  std::string inside;
  for (const std::string& part : parts) inside += (inside.empty() ? "" : "/") + part;
  return inside;
}

std::string folder_of_path(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

std::string stem_of_path(const std::string& path) {
  const std::string name = path.substr(folder_of_path(path).size());
  return name.substr(0, name.rfind('.'));
}

}  // namespace sohoa
