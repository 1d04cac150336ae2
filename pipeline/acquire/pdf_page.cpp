#include "pipeline/acquire/pdf_page.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "pipeline/acquire/cut.h"
#include "pipeline/acquire/decode.h"
#include "pipeline/acquire/orientation.h"
#include "pipeline/acquire/pdf_draw.h"
#include "pipeline/acquire/pdf_image.h"
#include "pipeline/acquire/pdf_overlay.h"
#include "pipeline/acquire/pdf_scan.h"

namespace sohoa {

namespace {

Resolution resolution_of(const MasterImage& master, const Matrix& placement) {
  return {master.width * 72 / std::hypot(placement.a, placement.b),
          master.height * 72 / std::hypot(placement.c, placement.d)};
}

bool has_area(const Matrix& placement) {
  return std::abs(placement.a * placement.d - placement.b * placement.c) > 1;
}

void place(ScannedPage& page, Image stored, const Matrix& placement) {
  const int orientation = nearest_orientation(placement);
  page.placement = placement;
  page.dpi = oriented(resolution_of(page.master, placement), orientation);
  page.pixels = oriented(std::move(stored), orientation);
  page.pixels_to_points =
      shown_pixels_to_points(page.pixels.width, page.pixels.height, orientation, placement);
}

/// An image may reach beyond the page: what the page does not show is not read.
void cut_to_page(ScannedPage& page) {
  constexpr double kBeyondMin = 4;  // px
  const Box shown =
      inverse(page.pixels_to_points) * Box{0, 0, page.size.width_pt, page.size.height_pt};
  const int left = std::max(0, static_cast<int>(std::floor(shown.left)));
  const int top = std::max(0, static_cast<int>(std::floor(shown.top)));
  const int right = std::min(page.pixels.width, static_cast<int>(std::ceil(shown.right)));
  const int bottom = std::min(page.pixels.height, static_cast<int>(std::ceil(shown.bottom)));
  const bool beyond = left > kBeyondMin || top > kBeyondMin ||
                      page.pixels.width - right > kBeyondMin ||
                      page.pixels.height - bottom > kBeyondMin;
  if (!beyond || right <= left || bottom <= top) return;
  page.pixels = cut(page.pixels, {left, top, right - left, bottom - top});
  page.pixels_to_points = then({1, 0, 0, 1, static_cast<double>(left), static_cast<double>(top)},
                               page.pixels_to_points);
}

bool load_scan(const DecodeTask& task, const ContentMark& scan, const AcquireSettings& settings,
               ScannedPage& page) {
  if (!has_area(scan.placement)) return false;
  std::optional<MasterImage> master = master_of_image(task, scan.image);
  if (!master) return false;
  page.master = std::move(*master);
  place(page, decode_master(task, page.master, settings.page_seconds_max), scan.placement);
  cut_to_page(page);
  return true;
}

void add_overlays(const DecodeTask& task, PdfFile& file, int number, const PageVerdict& verdict,
                  const AcquireSettings& settings, ScannedPage& page) {
  for (PageOverlay& made : overlays_of(task, file, number, verdict, settings.page_seconds_max)) {
    whiten_hidden(made, page);
    page.overlays.push_back(std::move(made.overlay));
  }
}

void draw(const DecodeTask& task, const PdfFile& file, int number, const AcquireSettings& settings,
          ScannedPage& page) {
  const DrawLimits limits{settings.page_seconds_max, settings.draw_dpi};
  page.drawn = true;
  Image drawing = draw_page(task, file.path(), number, file.page(number), limits);
  page.master = store_drawing(drawing);
  place(page, std::move(drawing), {page.size.width_pt, 0, 0, page.size.height_pt, 0, 0});
}

}  // namespace

ScannedPage page_of_pdf(const DecodeTask& task, PdfFile& file, int number,
                        const AcquireSettings& settings) {
  const PdfPage& source = file.page(number);
  ScannedPage page;
  page.size = source.shown_size();
  const PageVerdict verdict = judge_page(survey_page(source), page.size);
  page.text_layer = verdict.text_layer;
  const bool kept =
      settings.existing_text == ExistingText::kSkip && page.text_layer != TextLayer::kNone;
  if (kept) return page;
  const bool forced = settings.existing_text == ExistingText::kForce;
  if (!forced && verdict.scan && load_scan(task, *verdict.scan, settings, page)) {
    add_overlays(task, file, number, verdict, settings, page);
  } else {
    draw(task, file, number, settings, page);
  }
  return page;
}

}  // namespace sohoa
