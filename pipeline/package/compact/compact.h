#pragma once

#include <string>
#include <vector>

#include "models/record/page.h"
#include "pipeline/package/compact/bilevel.h"

namespace sohoa {

enum class Compaction {
  kNone,      // the master as it is
  kLossless,  // the same pixels in fewer bytes
  kReencode,  // colour and grey as one JPEG of stated likeness (see reencode.h)
  kLayers     // text as a mask, colour boxes at full resolution, a coarse background (see layers.h)
};

struct CompactSettings {
  Compaction level = Compaction::kNone;
  BilevelCodecs bilevel = BilevelCodecs::kFaxAndJbig2;  // kFax: readers of 2000 know no JBIG2
};

/// What is to stand in the PDF instead of a page's master and overlays.
struct CompactPage {
  MasterImage picture;
  Matrix placement;
  std::vector<Layer> layers;
  std::vector<Overlay> overlays;
  Rendition rendition = Rendition::kMaster;
  std::vector<Finding> findings;

  /// SHA-256 of the image streams of picture, layers and overlays, in drawing order: what anyone
  /// can take out of the PDF as it is. Palettes and the globals of JBIG2 are no image streams.
  std::string sha256() const;
};

/// The smallest form of a page that the level allows; the page's own images with
/// Rendition::kMaster when none is smaller. Needs `pixels` and `master`. Levels include those below
/// them: a page that layers would misrepresent is encoded again as one JPEG (`page.layers-unfit`
/// says so), and 1-bit pages are never more than coded anew without loss. No symbol is ever put in
/// another's place.
CompactPage compact_page(const ScannedPage& page, const CompactSettings& settings);

}  // namespace sohoa
