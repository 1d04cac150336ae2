#include "pipeline/base/percent.h"

#include <charconv>
#include <optional>

namespace sohoa {

namespace {

bool stays_in_uri(char c) {
  const bool alphanumeric =
      (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return alphanumeric || std::string_view("-._~/").find(c) != std::string_view::npos;
}

template <typename Test>
std::string encoded_unless(std::string_view text, Test stays) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (stays(c)) {
      encoded += c;
    } else {
      encoded += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return encoded;
}

/// Of a code at the beginning.
std::optional<char> decoded_first(std::string_view text) {
  if (text.size() < 3 || text.front() != '%') return std::nullopt;
  unsigned char byte = 0;
  const auto read = std::from_chars(text.data() + 1, text.data() + 3, byte, 16);
  if (read.ec != std::errc() || read.ptr != text.data() + 3) return std::nullopt;
  return static_cast<char>(byte);
}

template <typename Test>
std::string decoded_if(std::string_view text, Test wanted) {
  std::string decoded;
  while (!text.empty()) {
    const std::optional<char> c = decoded_first(text);
    const bool taken = c && wanted(*c);
    decoded += taken ? *c : text.front();
    text.remove_prefix(taken ? 3 : 1);
  }
  return decoded;
}

}  // namespace

std::string percent_encoded(std::string_view path) { return encoded_unless(path, stays_in_uri); }

std::string percent_decoded(std::string_view text) {
  return decoded_if(text, [](char) { return true; });
}

std::string percent_encoded_only(std::string_view text, std::string_view characters) {
  return encoded_unless(text, [&](char c) { return characters.find(c) == std::string_view::npos; });
}

std::string percent_decoded_only(std::string_view text, std::string_view characters) {
  return decoded_if(text, [&](char c) { return characters.find(c) != std::string_view::npos; });
}

}  // namespace sohoa
