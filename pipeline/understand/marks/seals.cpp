#include "pipeline/understand/marks/seals.h"

#include <algorithm>
#include <cmath>

#include "pipeline/understand/marks/ring.h"

namespace sohoa {

namespace {

constexpr double kMmPerInch = 25.4;
constexpr double kRasterPxPerMm = 3;
constexpr int kWarmMin = 40;       // of 255: how much more red than green light a red ink reflects
constexpr int kSealsMax = 3;       // in one coloured shape
constexpr double kPartMmMin = 22;  // of both sides of a black seal's rim, which may be broken
constexpr double kPartMmMax = 90;  // with a signature and a name that hang on it

/// A raster over `upright` px, `step` px of it a pixel; `is_ink(x, y)` takes upright px.
template <class IsInk>
InkRaster raster_of(const Box& upright, double step, double px_per_mm, IsInk is_ink) {
  InkRaster raster;
  raster.width = std::max(1, static_cast<int>(upright.width() / step));
  raster.height = std::max(1, static_cast<int>(upright.height() / step));
  raster.px_per_mm = px_per_mm / step;
  raster.ink.resize(static_cast<std::size_t>(raster.width) * raster.height);
  for (int y = 0; y < raster.height; ++y) {
    for (int x = 0; x < raster.width; ++x) {
      const Point at{upright.left + (x + 0.5) * step, upright.top + (y + 0.5) * step};
      raster.ink[static_cast<std::size_t>(y) * raster.width + x] = is_ink(at) ? 1 : 0;
    }
  }
  return raster;
}

Box box_of(const Ring& ring, const Box& place, double step) {
  return {place.left + (ring.centre.x - ring.radius) * step,
          place.top + (ring.centre.y - ring.radius) * step,
          place.left + (ring.centre.x + ring.radius) * step,
          place.top + (ring.centre.y + ring.radius) * step};
}

void clear(InkRaster& raster, const Ring& ring) {
  const double reach = ring.radius + raster.px_per_mm;
  for (int y = 0; y < raster.height; ++y) {
    for (int x = 0; x < raster.width; ++x) {
      if (std::hypot(x - ring.centre.x, y - ring.centre.y) > reach) continue;
      raster.ink[static_cast<std::size_t>(y) * raster.width + x] = 0;
    }
  }
}

void find_rings(InkRaster raster, const Box& place, double step, std::vector<Box>& seals) {
  for (int i = 0; i < kSealsMax; ++i) {
    const std::optional<Ring> ring = find_ring(raster);
    if (!ring) return;
    seals.push_back(box_of(*ring, place, step));
    clear(raster, *ring);
  }
}

/// Whether a strip of px between two points of the raster holds ink matters, not one px: a rim may
/// be thinner than the raster's step.
bool any_ink(const InkMap& ink, const Point& clean, int reach) {
  const int x = static_cast<int>(clean.x) - reach, y = static_cast<int>(clean.y);
  for (int row = y - reach; row <= y + reach; ++row) {
    if (row < 0 || row >= ink.height()) continue;
    const std::uint64_t ones = (std::uint64_t{1} << (2 * reach + 1)) - 1;
    if ((ink.window(x, row) & ones) != 0) return true;
  }
  return false;
}

}  // namespace

std::vector<Box> find_seals(const ScannedPage& scan, const CleanPage& clean, const InkMap& rest,
                            const std::vector<InkPart>& parts) {
  std::vector<Box> seals;
  const double px_per_mm = std::max(1.0, clean.upright_dpi.x / kMmPerInch);
  const double step = std::max(1.0, px_per_mm / kRasterPxPerMm);
  if (scan.pixels.channels == 3) {
    const Image& pixels = scan.pixels;
    const Matrix to_scan =
        inverse(quarter_turn_matrix(clean.quarter_turns, pixels.width, pixels.height));
    const auto is_red = [&](const Point& upright) {
      const Point at = to_scan * upright;
      const int x = std::clamp(static_cast<int>(at.x), 0, pixels.width - 1);
      const int y = std::clamp(static_cast<int>(at.y), 0, pixels.height - 1);
      const std::uint8_t* rgb = pixels.row(y) + static_cast<std::size_t>(x) * 3;
      return rgb[0] - rgb[1] > kWarmMin && rgb[0] - rgb[2] > kWarmMin / 2;
    };
    for (const Box& shape : clean.seals) {
      find_rings(raster_of(shape, step, px_per_mm, is_red), shape, step, seals);
    }
    return seals;
  }
  const Matrix to_clean = inverse(clean.to_upright);
  const int reach = static_cast<int>(step / 2);
  for (const InkPart& part : parts) {
    const double clean_mm = kMmPerInch / clean.dpi;
    const double small = std::min(part.box.width(), part.box.height()) * clean_mm;
    const double large = std::max(part.box.width(), part.box.height()) * clean_mm;
    if (small < kPartMmMin || large > kPartMmMax) continue;
    const Box place = clean.to_upright * part.box;
    const auto is_inked = [&](const Point& at) { return any_ink(rest, to_clean * at, reach); };
    find_rings(raster_of(place, step, px_per_mm, is_inked), place, step, seals);
  }
  return seals;
}

}  // namespace sohoa
