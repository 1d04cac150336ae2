#include "pipeline/package/sign/appended.h"

#include <algorithm>
#include <vector>

#include "pipeline/package/sign/revision.h"

namespace sohoa {

std::string fault_of_appended(const UnsignedPdf& before, const UnsignedPdf& after) {
  if (after.bytes.size() < before.bytes.size() ||
      !std::equal(before.bytes.begin(), before.bytes.end(), after.bytes.begin())) {
    return "does not begin with the bytes of " + before.name;
  }
  PdfDocument revision(before.name, before.bytes), document(after.name, after.bytes);
  const std::vector<std::string> changes = changes_since(revision, document);
  return changes.empty() ? "" : "more than a signature was added: " + changes.front();
}

}  // namespace sohoa
