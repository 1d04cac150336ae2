#include "pipeline/package/zip/package_findings.h"

#include <optional>

#include "pipeline/base/printable.h"

namespace sohoa {

namespace {

constexpr std::size_t kFindingsMax = 200;
constexpr char kRemedy[] = "do not use the package; get it again from its maker";

}  // namespace

void PackageFindings::add(const std::string& code, const std::string& subject,
                          const std::string& reason) {
  if (findings_.size() >= kFindingsMax) return;
  // Names come from the file.
  findings_.push_back({code, Severity::kError, printable(subject), reason, kRemedy, std::nullopt});
}

void PackageFindings::add_all(std::vector<Finding> findings) {
  for (Finding& finding : findings) {
    if (findings_.size() < kFindingsMax) findings_.push_back(std::move(finding));
  }
}

}  // namespace sohoa
