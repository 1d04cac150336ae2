#pragma once

#include <string_view>
#include <type_traits>

#include "pipeline/base/bytes.h"

namespace sohoa::test {

/// Puts little-endian values one behind the other, as ByteReader takes them.
class ByteWriter {
 public:
  template <class T>
  void put(std::type_identity_t<T> value) {
    static_assert(std::is_arithmetic_v<T>);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(&value);
    bytes_.insert(bytes_.end(), bytes, bytes + sizeof value);
  }

  void put_bytes(ByteView bytes) { bytes_.insert(bytes_.end(), bytes.begin(), bytes.end()); }

  /// With its length before it.
  void put_string(std::string_view text) {
    put<std::uint32_t>(static_cast<std::uint32_t>(text.size()));
    put_bytes(as_bytes(text));
  }

  const Bytes& bytes() const { return bytes_; }

 private:
  Bytes bytes_;
};

}  // namespace sohoa::test
