#include "pipeline/base/json.h"

#include <cmath>

namespace sohoa {

std::string canonical_json(const Json& value) {
  return value.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string json_line(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

double rounded(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  // Adding zero turns -0.0, which would print its sign, into 0.0.
  return std::round(value * scale) / scale + 0.0;
}

}  // namespace sohoa
