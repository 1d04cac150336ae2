#include "pipeline/package/sign/appended.h"

#include <algorithm>
#include <vector>

#include "pipeline/package/sign/signature_coverage.h"

namespace sohoa {

std::string fault_of_appended(const LoadedPdf& before, const LoadedPdf& after) {
  if (after.bytes.size() < before.bytes.size() ||
      !std::equal(before.bytes.begin(), before.bytes.end(), after.bytes.begin())) {
    return "does not begin with the bytes of " + before.name;
  }
  if (after.bytes.size() == before.bytes.size()) return "has nothing appended";
  PdfDocument document(after.name, after.bytes);
  const std::vector<std::string> changes = changes_behind(document, before.bytes.size());
  return changes.empty() ? "" : "more than a signature was added: " + changes.front();
}

}  // namespace sohoa
