#pragma once

#include <string>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// The largest token that is taken.
inline constexpr std::size_t kTimeStampBytesMax = 12 << 10;

/// A token of a time stamp authority (RFC 3161) over `signature`, asked for by HTTP or HTTPS POST.
/// Its imprint, nonce and status are checked; whom it is from is the reader's to judge. Throws
/// Error (kDependency) when there is none to be had.
Bytes request_time_stamp(const std::string& url, ByteView signature);

}  // namespace sohoa
