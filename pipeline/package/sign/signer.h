#pragma once

#include <string>
#include <vector>

#include "pipeline/base/bytes.h"

namespace sohoa {

enum class KeyKind { kRsa, kEllipticCurve };

/// Who signs. The key may lie in a file, or in a token that never gives it away.
class Signer {
 public:
  virtual ~Signer() = default;

  /// Certificates in DER: the signer's own, then those above it as far as they are known.
  virtual const std::vector<Bytes>& chain() const = 0;
  /// The signature over the SHA-256 of `attributes`: RSA with PKCS #1 v1.5 padding, or the DER of
  /// an ECDSA signature. Throws Error (kDependency) when the key refuses.
  virtual Bytes sign(ByteView attributes) = 0;
};

/// Of the certificate's public key. Throws Error (kUsage) for what PAdES signatures of ours are not
/// made with: RSA below 2048 bits, curves other than P-256 and P-384, other kinds.
KeyKind key_kind_of(ByteView certificate);

/// The common name that a certificate (DER) is for, fit for a line (printable.h).
std::string name_in_certificate(ByteView certificate);

}  // namespace sohoa
