#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// A nameless temporary file, gone when the process ends however it ends. Bytes are appended in
/// pieces and read back by position, from any thread. Errors: Error (kOutput), for a full disk too.
class Spool {
 public:
  struct Piece {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
  };

  /// In `folder`, or in the system's folder for temporary files when it is empty.
  explicit Spool(const std::filesystem::path& folder = {});
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  Piece append(ByteView bytes);
  Bytes read(Piece piece) const;
  /// Fills `out` from `offset`; returns how many bytes there were.
  std::size_t read_at(std::uint64_t offset, std::span<std::uint8_t> out) const;
  std::uint64_t size() const { return size_; }  // of what was appended
  /// Where another program of the same user reads it, while it is there.
  std::filesystem::path path() const;

 private:
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
};

}  // namespace sohoa
