#pragma once

#include <string>
#include <vector>

#include "pipeline/package/sign/cms_check.h"

namespace sohoa {

/// An RFC 3161 token that was looked at.
struct TimeToken {
  CmsCheck cms;           // whose signer is the authority; `wrong` holds for the token as a whole
  std::int64_t time = 0;  // of the stamp
  std::string imprint_digest;  // "SHA256"
};

/// Whether the token is over these bytes, and sound in itself.
TimeToken check_time_token(ByteView token, const std::vector<ByteView>& stamped);

}  // namespace sohoa
