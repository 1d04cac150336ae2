#include "models/record/signature.h"

#include <algorithm>

namespace sohoa {

namespace {

bool has_error(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.severity == Severity::kError; });
}

}  // namespace

bool SignatureReport::valid() const {
  return !signatures.empty() && !has_error(findings) &&
         std::none_of(signatures.begin(), signatures.end(),
                      [](const Signature& one) { return has_error(one.findings); });
}

}  // namespace sohoa
