#include "pipeline/package/pdf/pdf_operands.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace sohoa {

std::string last_name_of(const PdfOperands& operands) {
  const auto last = std::find_if(operands.rbegin(), operands.rend(), [](const auto& token) {
    return token.getType() == QPDFTokenizer::tt_name;
  });
  return last == operands.rend() ? "" : last->getValue();
}

double number_of(const PdfOperands& operands, std::size_t from_end) {
  if (operands.size() <= from_end) return 0;
  const double value =
      std::strtod(operands[operands.size() - 1 - from_end].getValue().c_str(), nullptr);
  return std::isfinite(value) ? value : 0;
}

Matrix matrix_of(const PdfOperands& operands) {
  return {number_of(operands, 5), number_of(operands, 4), number_of(operands, 3),
          number_of(operands, 2), number_of(operands, 1), number_of(operands, 0)};
}

}  // namespace sohoa
