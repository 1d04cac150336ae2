#pragma once

#include <string>

#include "pipeline/package/sign/openssl_handles.h"

namespace sohoa {

// The signed attribute that names the certificate a signature is made with (RFC 5035, RFC 2634).

/// The value of signing-certificate-v2 for a certificate in DER: its SHA-256, issuer and serial.
Bytes signing_certificate_v2(ByteView certificate);

struct NamedCertificate {
  bool named = false;  // there is such an attribute
  std::string wrong;   // why it does not name the signer's certificate; empty: it does
};

/// What either version of the attribute says of the signer's certificate: the first that it lists.
/// Others, of the chain above, need not be known.
NamedCertificate named_certificate(CMS_SignerInfo* info, X509* signer);

}  // namespace sohoa
