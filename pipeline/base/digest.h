#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// SHA-256 (FIPS 180-4, by OpenSSL) of bytes that arrive in pieces. `hex()` ends it: 64 lower-case
/// hexadecimal digits.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void add(ByteView bytes);
  std::string hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

std::string sha256_of(ByteView bytes);

/// Reads the file in pieces; throws Error (kInput) when it cannot be read.
std::string sha256_of_file(const std::filesystem::path& path);

}  // namespace sohoa
