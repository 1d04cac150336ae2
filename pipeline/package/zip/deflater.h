#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// Deflates bytes that arrive in pieces, as a zip takes them (RFC 1951, no header), and makes their
/// CRC-32. Same bytes, same result, however they were divided.
class Deflater {
 public:
  using Take = std::function<void(ByteView)>;  // of what is packed

  Deflater();
  ~Deflater();
  Deflater(Deflater&&) noexcept;
  Deflater& operator=(Deflater&&) noexcept;

  void add(ByteView bytes, const Take& take);
  /// Call once, last.
  void finish(const Take& take);
  std::uint32_t crc32() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sohoa
