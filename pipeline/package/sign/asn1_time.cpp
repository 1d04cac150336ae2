#include "pipeline/package/sign/asn1_time.h"

#include <openssl/err.h>
#include <time.h>

namespace sohoa {

std::int64_t seconds_of(const ASN1_TIME* time) {
  tm parts{};
  if (ASN1_TIME_to_tm(time, &parts) == 1) return ::timegm(&parts);
  ERR_clear_error();
  return 0;
}

}  // namespace sohoa
