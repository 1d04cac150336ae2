#pragma once

#include <vector>

#include "pipeline/package/sign/signer.h"

namespace sohoa {

/// What a PAdES baseline signature signs (ETSI EN 319 142-1, 319 122-1): content-type,
/// message-digest and signing-certificate-v2, and nothing else: the time stands in the PDF's /M.
/// DER, as SET OF. `digest` is the SHA-256 of the PDF's signed bytes, `certificate` the signer's.
Bytes signed_attributes(ByteView digest, ByteView certificate);

/// The CMS SignedData, detached, with the certificates. `time_stamp` is an RFC 3161 token over the
/// signature, or empty.
Bytes cms_signature(ByteView digest, const std::vector<Bytes>& chain, ByteView signature,
                    ByteView time_stamp);

}  // namespace sohoa
