#include "pipeline/base/digest.h"

#include <openssl/evp.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <stdexcept>

#include "pipeline/base/error.h"
#include "pipeline/base/hexadecimal.h"

namespace sohoa {

struct Digest::State {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  ~State() { EVP_MD_CTX_free(context); }
};

namespace {

const EVP_MD* method_of(DigestAlgorithm algorithm) {
  switch (algorithm) {
    case DigestAlgorithm::kMd5:
      return EVP_md5();
    case DigestAlgorithm::kSha1:
      return EVP_sha1();
    case DigestAlgorithm::kSha256:
      return EVP_sha256();
    case DigestAlgorithm::kSha512:
      break;
  }
  return EVP_sha512();
}

}  // namespace

Digest::Digest(DigestAlgorithm algorithm) : state_(std::make_unique<State>()) {
  if (state_->context == nullptr ||
      EVP_DigestInit_ex(state_->context, method_of(algorithm), nullptr) != 1) {
    throw std::runtime_error("OpenSSL lacks a digest");
  }
}

Digest::~Digest() = default;
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;

void Digest::add(ByteView bytes) { EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()); }

std::string Digest::hex() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  if (EVP_DigestFinal_ex(state_->context, digest.data(), &length) != 1) {
    throw std::runtime_error("OpenSSL cannot end a digest");
  }
  return hexadecimal({digest.data(), length});
}

std::string Digest::hex_so_far() const {
  Digest copy(DigestAlgorithm::kSha256);  // what it is a copy of brings its own
  if (EVP_MD_CTX_copy_ex(copy.state_->context, state_->context) != 1) {
    throw std::runtime_error("OpenSSL cannot copy a digest");
  }
  return copy.hex();
}

std::string sha256_of(ByteView bytes) {
  Sha256 digest;
  digest.add(bytes);
  return digest.hex();
}

std::string sha256_of_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw input_error(path.string(), errno);
  Sha256 digest;
  std::array<char, 1 << 16> piece{};
  while (file.read(piece.data(), piece.size()) || file.gcount() > 0) {
    digest.add(as_bytes({piece.data(), static_cast<std::size_t>(file.gcount())}));
  }
  if (file.bad()) throw input_error(path.string(), EIO);
  return digest.hex();
}

}  // namespace sohoa
