#pragma once

#include <cstdint>
#include <string>

#include "pipeline/package/sign/openssl_handles.h"

namespace sohoa {

/// Whether the moment lies in the certificate's term.
bool in_term(const X509* certificate, std::int64_t moment);

/// Whether documents may be signed with it: by its key usage (RFC 5280, 4.2.1.3), and by its
/// extended one (4.2.1.12), where it has these. One that serves web servers or code alone is not
/// meant for papers.
bool is_for_signing(X509* certificate);

/// Throws Error (kUsage) for a certificate (DER) that no paper should be signed with at that
/// moment: by its term, its use or its key (key_kind_of).
void require_usable(ByteView certificate, std::int64_t moment);

}  // namespace sohoa
