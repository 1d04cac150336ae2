#pragma once

#include <string>

#include "models/record/geometry.h"

namespace sohoa {

/// A number as PDF writes it: no exponent, no needless zeros, whatever the locale.
std::string pdf_number(double value, int decimals);

/// Four upper-case hexadecimal digits of a 16-bit code.
std::string pdf_hex(unsigned code);

/// `a b c d e f`
std::string pdf_matrix(const Matrix& matrix);

}  // namespace sohoa
