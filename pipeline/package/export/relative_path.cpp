#include "pipeline/package/export/relative_path.h"

#include <algorithm>

#include "pipeline/base/percent.h"

namespace sohoa {

std::string relative_url(const std::string& folder, const std::string& path) {
  if (path.starts_with(folder)) return percent_encoded(path.substr(folder.size()));
  std::string url;
  for (auto ups = std::count(folder.begin(), folder.end(), '/'); ups > 0; --ups) url += "../";
  return url + percent_encoded(path);
}

}  // namespace sohoa
