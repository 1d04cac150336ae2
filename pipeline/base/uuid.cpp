#include "pipeline/base/uuid.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "pipeline/base/digest.h"

namespace sohoa {

namespace {

constexpr std::size_t kUuidDigits = 32;

Bytes bytes_of(std::string_view uuid) {
  std::string digits;
  for (const char c : uuid) {
    if (c != '-') digits += c;
  }
  Bytes bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    std::uint8_t byte = 0;
    std::from_chars(digits.data() + i, digits.data() + i + 2, byte, 16);
    bytes.push_back(byte);
  }
  return bytes;
}

}  // namespace

std::string name_based_uuid(std::string_view space, std::string_view name) {
  constexpr std::size_t kVersion = 12;
  constexpr std::size_t kVariant = 16;
  Sha256 digest;
  digest.add(bytes_of(space));
  digest.add(as_bytes(name));
  std::string digits = digest.hex().substr(0, kUuidDigits);
  digits[kVersion] = '8';
  const std::string_view hex = "0123456789abcdef";
  digits[kVariant] = "89ab"[hex.find(digits[kVariant]) % 4];
  for (const std::size_t dash : {20, 16, 12, 8}) digits.insert(dash, 1, '-');
  return digits;
}

std::string upper_case_uuid(std::string uuid) {
  std::transform(uuid.begin(), uuid.end(), uuid.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return uuid;
}

}  // namespace sohoa
