#include "pipeline/acquire/pdf14.h"

#include <algorithm>
#include <utility>

#include "pipeline/acquire/flate.h"
#include "pipeline/acquire/flatten.h"
#include "pipeline/acquire/jpeg2000.h"

namespace sohoa {

namespace {

void note(const DecodeTask& task, ScannedPage& page, const char* code, Severity severity,
          const char* reason) {
  page.findings.push_back(
      {code, severity, task.subject, reason, "give --output-type pdfa-2b to keep it", {}});
}

/// The nearest of 8 bits to each sample of 16.
Bytes eight_bits(const Bytes& wide) {
  Bytes samples(wide.size() / 2);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const int value = wide[2 * i] << 8 | wide[2 * i + 1];
    samples[i] = static_cast<std::uint8_t>((value + 128) / 257);
  }
  return samples;
}

// Its own limit of a page's side (PDF Reference 1.4, appendix C); 1.6 has a unit for larger ones.
constexpr double kSideMax_pt = 14400;

void refuse_larger(const DecodeTask& task, const ScannedPage& page) {
  if (page.size.width_pt <= kSideMax_pt && page.size.height_pt <= kSideMax_pt) return;
  throw Error(ExitCode::kInput, task.subject,
              "the page is larger than 5.08 m, which PDF/A-1 does not know",
              "give --output-type pdfa-2b");
}

void unfold_jpeg2000(const DecodeTask& task, ScannedPage& page) {
  if (page.master.codec != Codec::kJpx) return;
  page.master = jpeg2000_as_flate(task, page.master);
  note(task, page, "page.image-stored-again", Severity::kInfo,
       "its JPEG 2000 image is stored again without loss, because PDF/A-1 has no JPEG 2000");
}

void reduce_depth(const DecodeTask& task, ScannedPage& page) {
  if (page.master.codec != Codec::kFlate || page.master.bits_per_component != 16) return;
  const Bytes samples = eight_bits(flate_samples(task, page.master));
  MasterImage form = std::move(page.master);
  form.bits_per_component = 8;
  page.master = store_flate(std::move(form), samples);
  note(task, page, "page.image-depth-reduced", Severity::kWarning,
       "its image of 16 bits a channel is stored with 8, because PDF/A-1 has no more");
}

void flatten_overlays(const DecodeTask& task, ScannedPage& page) {
  bool any = false;
  for (Overlay& overlay : page.overlays) {
    if (overlay.mask.bytes.empty()) continue;
    overlay = flattened(task, page, overlay);
    any = true;
  }
  if (!any) return;
  note(task, page, "page.overlay-flattened", Severity::kInfo,
       "what lies over the scan is drawn together with it, because PDF/A-1 has no transparency");
}

}  // namespace

void suit_pdf14(const DecodeTask& task, ScannedPage& page) {
  refuse_larger(task, page);
  unfold_jpeg2000(task, page);
  reduce_depth(task, page);
  flatten_overlays(task, page);
}

}  // namespace sohoa
