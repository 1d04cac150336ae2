#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/package/sign/openssl_handles.h"

namespace sohoa {

/// A CMS SignedData that was looked at (RFC 5652, RFC 5035).
struct CmsCheck {
  std::string wrong;               // why it proves nothing; empty: the content is what was signed
  CertificateHandle signer;        // nothing when it is not enclosed
  CertificateStack enclosed;       // certificates, the signer's among them
  std::string digest;              // "SHA256"
  int content_type = 0;            // NID
  bool has_attributes = false;     // signed ones
  bool names_certificate = false;  // by signing-certificate(-v2), as CAdES wants it
  std::int64_t stated_time = 0;    // of the signed attribute; 0: none
  Bytes content;                   // enclosed content
  Bytes signature;
  Bytes time_token;  // an RFC 3161 token over the signature; empty: none
  bool padded_with_zeros = true;
};

/// `content` in pieces for a detached one; nothing for one that encloses what it signs.
CmsCheck check_cms(ByteView der, const std::optional<std::vector<ByteView>>& content);

}  // namespace sohoa
