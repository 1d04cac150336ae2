#include "pipeline/package/pdf/pdf_version.h"

#include <algorithm>
#include <string>

#include "pipeline/base/error.h"
#include "pipeline/package/pdf/pdf_geometry.h"

namespace sohoa {

namespace {

const char* beyond_14(const ScannedPage& page) {
  if (units_per_point(page.size) != 1) return "is larger than 5.08 m";
  if (page.master.codec == Codec::kJpx) return "is coded as JPEG 2000";
  if (page.master.bits_per_component > 8) return "has more than 8 bits a channel";
  return is_transparent(page) ? "has a transparent picture over it" : nullptr;
}

}  // namespace

bool is_transparent(const ScannedPage& page) {
  return std::any_of(page.overlays.begin(), page.overlays.end(),
                     [](const Overlay& overlay) { return !overlay.mask.bytes.empty(); });
}

void refuse_beyond(PdfVersion version, const ScannedPage& page) {
  const char* reason = version == PdfVersion::k14 ? beyond_14(page) : nullptr;
  if (reason == nullptr) return;
  throw Error(ExitCode::kInput, name_of(page.source),
              std::string("the page ") + reason + ", which PDF/A-1 does not know",
              "give --output-type pdfa-2b");
}

}  // namespace sohoa
