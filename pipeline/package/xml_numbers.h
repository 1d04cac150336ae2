#pragma once

#include <string>

namespace sohoa {

/// A number as XML and HTML read it: at most `decimals` digits after a point, no exponent, no
/// trailing zeros, the same in every locale. What is not finite becomes 0.
std::string xml_number(double value, int decimals);

}  // namespace sohoa
