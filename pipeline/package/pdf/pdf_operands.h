#pragma once

#include <qpdf/QPDFTokenizer.hh>
#include <string>
#include <vector>

#include "models/record/geometry.h"

namespace sohoa {

/// The operands of an operator of a content stream, in their order.
using PdfOperands = std::vector<QPDFTokenizer::Token>;

/// "" when no name is among them.
std::string last_name_of(const PdfOperands& operands);

/// The operand that many places before the last one; 0 when it is not there or no finite number.
double number_of(const PdfOperands& operands, std::size_t from_end);

/// The last six.
Matrix matrix_of(const PdfOperands& operands);

}  // namespace sohoa
