#include "pipeline/package/conform/scan_page.h"

#include <algorithm>

namespace sohoa {

namespace {

constexpr double kScanShareMin = 0.5;

}  // namespace

double share_of_images(const PdfPageFacts& page) {
  double share = 0;
  for (const PdfImageFacts& image : page.images) share += image.page_share;
  return share;
}

const PdfImageFacts* scan_of(const PdfPageFacts& page) {
  const auto largest =
      std::max_element(page.images.begin(), page.images.end(),
                       [](const auto& a, const auto& b) { return a.page_share < b.page_share; });
  const bool scanned = largest != page.images.end() && share_of_images(page) >= kScanShareMin;
  return scanned ? &*largest : nullptr;
}

}  // namespace sohoa
