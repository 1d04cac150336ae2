#pragma once

#include <string>

#include "pipeline/package/sign/prepared_signature.h"

namespace sohoa {

/// The signer's certificate (DER) of a CMS that holds for a prepared PDF. Throws Error (kInput),
/// with `name` as its subject, for one that is not over this PDF, no CAdES, or not by the key of
/// its certificate; kUsage for a kind of key that is not signed with.
Bytes require_fitting(const std::string& name, const PreparedSignature& prepared, ByteView cms);

}  // namespace sohoa
