#pragma once

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <type_traits>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// A model file that cannot be used, and why: damaged, or of a kind that only Tesseract runs.
class UnusableModel : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Takes little-endian values off the front of some bytes. Throws UnusableModel at their end.
class ByteReader {
 public:
  explicit ByteReader(ByteView bytes) : bytes_(bytes) {}

  template <class T>
  T take() {
    static_assert(std::is_arithmetic_v<T>);
    T value;
    std::memcpy(&value, take_bytes(sizeof(T)).data(), sizeof(T));
    return value;
  }

  ByteView take_bytes(std::uint64_t count) {
    if (count > bytes_.size()) throw UnusableModel("a part of the model ends early");
    const ByteView taken = bytes_.first(count);
    bytes_ = bytes_.subspan(count);
    return taken;
  }

  /// A string with its length before it.
  std::string take_string() { return std::string(as_text(take_bytes(take<std::uint32_t>()))); }

  std::size_t left() const { return bytes_.size(); }

 private:
  ByteView bytes_;
};

}  // namespace sohoa
