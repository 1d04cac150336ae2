#include "pipeline/acquire/image_page.h"

#include <cmath>
#include <utility>

#include "pipeline/acquire/exif.h"
#include "pipeline/acquire/orientation.h"

namespace sohoa {

namespace {

Resolution credible_resolution(const DecodeTask& task, Resolution stated, double image_dpi) {
  if (is_credible(stated)) return stated;
  if (image_dpi > 0) return {image_dpi, image_dpi};
  std::string reason = "no credible resolution";
  if (stated.x > 0) reason += " (" + std::to_string(std::lround(stated.x)) + " dpi)";
  throw Error(ExitCode::kInput, task.subject, reason, "pass --image-dpi 300");
}

}  // namespace

ScannedPage page_of_image(const DecodeTask& task, SourceImage image, double image_dpi) {
  ScannedPage page;
  page.dpi = oriented(credible_resolution(task, image.dpi, image_dpi), image.orientation);
  page.pixels = oriented(std::move(image.pixels), image.orientation);
  page.master = std::move(image.master);
  page.findings = std::move(image.findings);
  page.size = {page.pixels.width * 72 / page.dpi.x, page.pixels.height * 72 / page.dpi.y};
  const Matrix to_size{page.size.width_pt, 0, 0, page.size.height_pt, 0, 0};
  page.placement = then(orientation_matrix(image.orientation), to_size);
  page.pixels_to_points = shown_pixels_to_points(page.pixels.width, page.pixels.height,
                                                 image.orientation, page.placement);
  return page;
}

}  // namespace sohoa
