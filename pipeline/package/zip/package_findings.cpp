#include "pipeline/package/zip/package_findings.h"

#include <optional>

#include "pipeline/base/text.h"

namespace sohoa {

namespace {

constexpr std::size_t kFindingsMax = 200;
constexpr std::size_t kSubjectLengthMax = 200;
constexpr char kRemedy[] = "do not use the package; get it again from its maker";

// Names come from the file: nothing in them may end a line of a log or steer a terminal.
std::string printable(const std::string& name) {
  std::u32string clean;
  for (const char32_t c : to_code_points(name)) {
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    clean += control ? U'\uFFFD' : c;
    if (clean.size() == kSubjectLengthMax) break;
  }
  return to_utf8(clean);
}

}  // namespace

void PackageFindings::add(const std::string& code, const std::string& subject,
                          const std::string& reason) {
  if (findings_.size() >= kFindingsMax) return;
  findings_.push_back({code, Severity::kError, printable(subject), reason, kRemedy, std::nullopt});
}

void PackageFindings::add_all(std::vector<Finding> findings) {
  for (Finding& finding : findings) {
    if (findings_.size() < kFindingsMax) findings_.push_back(std::move(finding));
  }
}

}  // namespace sohoa
