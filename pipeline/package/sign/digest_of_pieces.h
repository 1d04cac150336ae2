#pragma once

#include <vector>

#include "pipeline/package/sign/openssl_handles.h"

namespace sohoa {

/// The digest of bytes that lie in pieces; empty when the algorithm is not known.
Bytes digest_of_pieces(const EVP_MD* algorithm, const std::vector<ByteView>& pieces);

Bytes sha256_of_pieces(const std::vector<ByteView>& pieces);

}  // namespace sohoa
