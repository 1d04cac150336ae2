// record.json of a package that we did not make: refused, or kept as it is by reading and writing.

#include <cstdlib>

#include "models/record/json.h"
#include "pipeline/base/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const sohoa::Json json = sohoa::Json::parse(data, data + size, nullptr, false);
  if (json.is_discarded()) return 0;
  sohoa::Json written;
  try {
    written = sohoa::json_of(sohoa::record_from_json(json));
  } catch (const sohoa::Error&) {
    return 0;
  }
  if (sohoa::json_of(sohoa::record_from_json(written)) != written) std::abort();
  return 0;
}
