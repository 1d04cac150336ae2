#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "pipeline/base/bytes.h"

namespace sohoa {

enum class DigestAlgorithm { kMd5, kSha1, kSha256, kSha512 };

/// A digest (by OpenSSL) of bytes that arrive in pieces. `hex()` ends it: lower-case hexadecimal
/// digits. MD5 and SHA-1 are for reading what others wrote.
class Digest {
 public:
  explicit Digest(DigestAlgorithm algorithm);
  ~Digest();
  Digest(Digest&&) noexcept;
  Digest& operator=(Digest&&) noexcept;

  void add(ByteView bytes);
  std::string hex();
  /// Of the bytes so far; more may follow.
  std::string hex_so_far() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// SHA-256 (FIPS 180-4): 64 digits.
class Sha256 : public Digest {
 public:
  Sha256() : Digest(DigestAlgorithm::kSha256) {}
};

std::string sha256_of(ByteView bytes);

/// Reads the file in pieces; throws Error (kInput) when it cannot be read.
std::string sha256_of_file(const std::filesystem::path& path);

}  // namespace sohoa
