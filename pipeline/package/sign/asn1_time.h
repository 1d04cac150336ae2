#pragma once

#include <openssl/asn1.h>

#include <cstdint>

namespace sohoa {

/// Seconds since 1970-01-01T00:00:00Z; 0 for a time that cannot be understood.
std::int64_t seconds_of(const ASN1_TIME* time);

}  // namespace sohoa
