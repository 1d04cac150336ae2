#include "pipeline/package/compact/compact.h"

#include <utility>

#include "pipeline/base/digest.h"
#include "pipeline/package/compact/layers.h"
#include "pipeline/package/compact/lossless.h"
#include "pipeline/package/compact/overlays.h"
#include "pipeline/package/compact/reencode.h"

namespace sohoa {

namespace {

std::size_t bytes_of(const MasterImage& image) {
  return image.bytes.size() + image.jbig2_globals.size() + image.palette.size();
}

std::size_t bytes_of(const std::vector<Overlay>& overlays) {
  std::size_t bytes = 0;
  for (const Overlay& overlay : overlays)
    bytes += bytes_of(overlay.picture) + bytes_of(overlay.mask);
  return bytes;
}

std::size_t bytes_of(const CompactPage& page) {
  std::size_t bytes = bytes_of(page.picture) + bytes_of(page.overlays);
  for (const Layer& layer : page.layers) bytes += bytes_of(layer.picture);
  return bytes;
}

CompactPage unchanged(const ScannedPage& page) {
  CompactPage same;
  same.picture = page.master;
  same.placement = page.placement;
  same.overlays = page.overlays;
  return same;
}

void take(std::optional<PagePicture> smaller, Rendition rendition, CompactPage& page) {
  if (!smaller || bytes_of(smaller->image) >= bytes_of(page.picture)) return;
  page.picture = std::move(smaller->image);
  page.placement = smaller->placement;
  page.rendition = rendition;
}

void take(LayersResult result, const ScannedPage& scan, CompactPage& page) {
  if (!result.unfit.empty()) {
    page.findings.push_back({"page.layers-unfit", Severity::kInfo, name_of(scan.source),
                             "kept in one piece: " + result.unfit, "", std::nullopt});
  }
  if (!result.picture) return;
  CompactPage layered = page;
  layered.picture = std::move(result.picture->background.image);
  layered.placement = result.picture->background.placement;
  layered.layers = std::move(result.picture->layers);
  if (result.picture->shows_overlays) layered.overlays.clear();
  layered.rendition = Rendition::kLayered;
  if (bytes_of(layered) < bytes_of(page)) page = std::move(layered);
}

/// Where little was gained, the same pixels may take as few bytes.
bool gained_little(const CompactPage& compact, const ScannedPage& page) {
  constexpr double kLittle = 0.7;
  return static_cast<double>(bytes_of(compact)) >
         kLittle * static_cast<double>(bytes_of(unchanged(page)));
}

void take_lossless(const ScannedPage& page, BilevelCodecs codecs, CompactPage& compact) {
  CompactPage whole = unchanged(page);
  take(lossless(page, codecs), Rendition::kLossless, whole);
  if (whole.rendition == Rendition::kMaster || bytes_of(whole) > bytes_of(compact)) return;
  whole.findings = std::move(compact.findings);
  compact = std::move(whole);
}

}  // namespace

std::string CompactPage::sha256() const {
  Sha256 digest;
  digest.add(picture.bytes);
  for (const Layer& layer : layers) digest.add(layer.picture.bytes);
  for (const Overlay& overlay : overlays) {
    digest.add(overlay.picture.bytes);
    digest.add(overlay.mask.bytes);
  }
  return digest.hex();
}

CompactPage compact_page(const ScannedPage& page, const CompactSettings& settings) {
  CompactPage compact = unchanged(page);
  if (settings.level == Compaction::kNone || page.master.bytes.empty()) return compact;
  if (settings.level == Compaction::kLayers) take(layered(page, settings.bilevel), page, compact);
  if (settings.level >= Compaction::kReencode && compact.rendition == Rendition::kMaster) {
    take(reencoded(page), Rendition::kReencoded, compact);
  }
  if (compact.rendition == Rendition::kMaster || gained_little(compact, page)) {
    take_lossless(page, settings.bilevel, compact);
  }
  compact.overlays = compact_overlays(std::move(compact.overlays), settings.level);
  if (compact.rendition == Rendition::kMaster &&
      bytes_of(compact.overlays) < bytes_of(page.overlays)) {
    compact.rendition =
        settings.level >= Compaction::kReencode ? Rendition::kReencoded : Rendition::kLossless;
  }
  return compact;
}

}  // namespace sohoa
