#include "pipeline/package/export/relative_path.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace sohoa {

namespace {

bool stays_in_url(unsigned char c) {
  constexpr std::string_view kUnreserved = "-._~/";
  return c < 0x80 &&
         (std::isalnum(c) != 0 || kUnreserved.find(static_cast<char>(c)) != std::string_view::npos);
}

std::string encoded(std::string_view path) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string url;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (stays_in_url(byte)) {
      url += c;
    } else {
      url += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return url;
}

}  // namespace

std::string relative_url(const std::string& folder, const std::string& path) {
  if (path.starts_with(folder)) return encoded(path.substr(folder.size()));
  std::string url;
  for (auto ups = std::count(folder.begin(), folder.end(), '/'); ups > 0; --ups) url += "../";
  return url + encoded(path);
}

}  // namespace sohoa
