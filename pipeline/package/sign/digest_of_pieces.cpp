#include "pipeline/package/sign/digest_of_pieces.h"

namespace sohoa {

Bytes digest_of_pieces(const EVP_MD* algorithm, const std::vector<ByteView>& pieces) {
  const DigestHandle context(EVP_MD_CTX_new());
  if (algorithm == nullptr || EVP_DigestInit_ex(context.get(), algorithm, nullptr) != 1) return {};
  for (const ByteView piece : pieces) EVP_DigestUpdate(context.get(), piece.data(), piece.size());
  Bytes digest(static_cast<std::size_t>(EVP_MD_get_size(algorithm)));
  EVP_DigestFinal_ex(context.get(), digest.data(), nullptr);
  return digest;
}

Bytes sha256_of_pieces(const std::vector<ByteView>& pieces) {
  return digest_of_pieces(EVP_sha256(), pieces);
}

}  // namespace sohoa
