#include "pipeline/acquire/pdf_overlay.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "pipeline/acquire/cut.h"
#include "pipeline/acquire/flate.h"
#include "pipeline/acquire/pdf_sheet.h"
#include "pipeline/base/temporary_folder.h"

namespace sohoa {

namespace {

constexpr double kOverlayDpi = 300;
constexpr double kMargin = 2;  // points around a region, for lines and slanted letters
constexpr std::size_t kRegionsMax = 16;
constexpr int kFaint = 3;  // of 255: what rounding leaves where nothing is drawn
// Of 255: how much more light of one colour than of another an ink lets through, unless it is
// multiplied or otherwise blended.
constexpr int kSpreadMax = 16;

bool touch(const Box& a, const Box& b) { return !intersection(a, b).empty(); }

/// Overlapping boxes become one; more than a child process each is worth become one all together.
std::vector<Box> merged(std::vector<Box> boxes) {
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      for (std::size_t k = boxes.size(); k-- > i + 1;) {
        if (!touch(boxes[i], boxes[k])) continue;
        boxes[i] = bounds(boxes[i], boxes[k]);
        boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(k));
        changed = true;
      }
    }
  }
  if (boxes.size() <= kRegionsMax) return boxes;
  Box all;
  for (const Box& box : boxes) all = bounds(all, box);
  return {all};
}

/// Widened to whole pixels of the drawing, from the page's top left corner.
Box on_grid(const Box& region, const PageSize& size) {
  const double pixel = 72 / kOverlayDpi;
  const auto down = [pixel](double at) { return std::floor(at / pixel) * pixel; };
  const auto up = [pixel](double at) { return std::ceil(at / pixel) * pixel; };
  return {down(region.left), size.height_pt - up(size.height_pt - region.top), up(region.right),
          size.height_pt - down(size.height_pt - region.bottom)};
}

std::vector<Box> regions_of(const PdfPage& page, const PageVerdict& verdict) {
  const PageSize size = page.shown_size();
  const Box whole{0, 0, size.width_pt, size.height_pt};
  std::vector<Box> boxes = verdict.overlays;
  for (const VisibleAnnotation& annotation : visible_annotations(page)) {
    boxes.push_back(annotation.box);
  }
  std::vector<Box> regions;
  for (const Box& box : boxes) {
    const Box grown = intersection(
        {box.left - kMargin, box.top - kMargin, box.right + kMargin, box.bottom + kMargin}, whole);
    if (!grown.empty()) regions.push_back(grown);
  }
  regions = merged(std::move(regions));
  for (Box& region : regions) region = on_grid(region, size);
  return regions;
}

/// A drawing on white and on black, solved: on_white − on_black = 255 · (1 − alpha).
struct Solved {
  Image picture;  // RGB
  Image alpha;
  bool blended = false;  // its ink works on what is below by another formula
};

Solved solve(const DecodeTask& task, const Image& on_white, const Image& on_black) {
  if (on_white.width != on_black.width || on_white.height != on_black.height ||
      on_white.channels != 3 || on_black.channels != 3) {
    throw damaged(task, "what lies over the scan cannot be drawn");
  }
  Solved solved;
  solved.picture = make_image(task, on_white.width, on_white.height, 3);
  // Viewers scale picture and mask apart: under a clear pixel stands paper, not a dark fringe.
  std::fill(solved.picture.data.begin(), solved.picture.data.end(), 255);
  solved.alpha = make_image(task, on_white.width, on_white.height, 1);
  for (std::size_t i = 0; i < solved.alpha.data.size(); ++i) {
    int least = 255;
    int most = -255;
    for (std::size_t k = 3 * i; k < 3 * i + 3; ++k) {
      const int through = on_white.data[k] - on_black.data[k];
      least = std::min(least, through);
      most = std::max(most, through);
    }
    if (most - least > kSpreadMax || least < -kSpreadMax) solved.blended = true;
    const int alpha = std::clamp(255 - least, 0, 255);
    if (alpha <= kFaint) continue;
    solved.alpha.data[i] = static_cast<std::uint8_t>(alpha);
    for (std::size_t k = 3 * i; k < 3 * i + 3; ++k) {
      solved.picture.data[k] =
          static_cast<std::uint8_t>(std::min(255, on_black.data[k] * 255 / alpha));
    }
  }
  return solved;
}

/// The part of the drawing where anything is drawn; empty when nothing is.
PixelBox ink_box(const Image& alpha) {
  int left = alpha.width;
  int right = 0;
  int top = alpha.height;
  int bottom = 0;
  for (int y = 0; y < alpha.height; ++y) {
    for (int x = 0; x < alpha.width; ++x) {
      if (alpha.row(y)[x] == 0) continue;
      left = std::min(left, x);
      right = std::max(right, x + 1);
      top = std::min(top, y);
      bottom = std::max(bottom, y + 1);
    }
  }
  return right > left ? PixelBox{left, top, right - left, bottom - top} : PixelBox{};
}

MasterImage stored(const Image& image) {
  MasterImage form;
  form.width = image.width;
  form.height = image.height;
  form.color_space = image.channels == 1 ? ColorSpace::kGrey : ColorSpace::kRgb;
  return store_flate(std::move(form), image.data);
}

PageOverlay make_overlay(const Solved& solved, const Box& region) {
  const PixelBox ink = ink_box(solved.alpha);
  PageOverlay made;
  if (ink.width == 0) return made;
  const double scale = 72 / kOverlayDpi;
  made.overlay.picture = stored(cut(solved.picture, ink));
  made.alpha = cut(solved.alpha, ink);
  const bool opaque = std::all_of(made.alpha.data.begin(), made.alpha.data.end(),
                                  [](std::uint8_t value) { return value == 255; });
  if (!opaque) made.overlay.mask = stored(made.alpha);
  made.overlay.placement = {ink.width * scale,
                            0,
                            0,
                            ink.height * scale,
                            region.left + ink.left * scale,
                            region.bottom - (ink.top + ink.height) * scale};
  return made;
}

/// Drawn together with the scan: opaque, but nothing of the scan counts as hidden.
PageOverlay make_opaque(const DecodeTask& task, const Solved& solved, const Image& on_scan,
                        const Box& region) {
  if (on_scan.width != solved.alpha.width || on_scan.height != solved.alpha.height) {
    throw damaged(task, "what lies over the scan cannot be drawn");
  }
  Solved opaque;
  opaque.picture = on_scan;
  opaque.alpha = solved.alpha;
  for (std::uint8_t& value : opaque.alpha.data) value = value > 0 ? 255 : 0;
  PageOverlay made = make_overlay(opaque, region);
  made.overlay.mask = {};
  std::fill(made.alpha.data.begin(), made.alpha.data.end(), 0);
  return made;
}

/// The regions one after another, on each background.
std::vector<Image> drawings_of(const DecodeTask& task, PdfFile& file, const PdfPage& page,
                               const ContentMark& scan, const std::vector<Box>& regions,
                               const std::vector<Background>& backgrounds, int seconds_max) {
  const TemporaryFolder folder;
  const std::filesystem::path sheets = folder.path() / "sheets.pdf";
  write_sheets(file, page, scan, regions, backgrounds, sheets);
  std::vector<Image> drawings =
      draw_document(task, sheets, {seconds_max, kOverlayDpi * page.user_unit});
  if (drawings.size() != backgrounds.size() * regions.size()) {
    throw damaged(task, "what lies over the scan cannot be drawn");
  }
  return drawings;
}

}  // namespace

std::vector<PageOverlay> overlays_of(const DecodeTask& task, PdfFile& file, int number,
                                     const PageVerdict& verdict, int seconds_max) {
  const PdfPage& page = file.page(number);
  const std::vector<Box> regions = regions_of(page, verdict);
  std::vector<PageOverlay> overlays;
  if (regions.empty()) return overlays;
  const std::vector<Image> drawings =
      drawings_of(task, file, page, *verdict.scan, regions,
                  {Background::kWhite, Background::kBlack}, seconds_max);
  for (std::size_t i = 0; i < regions.size(); ++i) {
    const Solved solved = solve(task, drawings[i], drawings[i + regions.size()]);
    PageOverlay made;
    if (solved.blended) {
      const std::vector<Image> on_scan = drawings_of(task, file, page, *verdict.scan, {regions[i]},
                                                     {Background::kScan}, seconds_max);
      made = make_opaque(task, solved, on_scan.front(), regions[i]);
    } else {
      made = make_overlay(solved, regions[i]);
    }
    if (!made.alpha.empty()) overlays.push_back(std::move(made));
  }
  return overlays;
}

void whiten_hidden(const PageOverlay& made, ScannedPage& page) {
  const Matrix points_to_pixels = inverse(page.pixels_to_points);
  const Matrix to_mask =
      then(then(page.pixels_to_points, inverse(made.overlay.placement)),
           {static_cast<double>(made.alpha.width), 0, 0, -static_cast<double>(made.alpha.height), 0,
            static_cast<double>(made.alpha.height)});
  const Box box = then(made.overlay.placement, points_to_pixels) * Box{0, 0, 1, 1};
  const int left = std::max(0, static_cast<int>(box.left));
  const int right = std::min(page.pixels.width, static_cast<int>(std::ceil(box.right)));
  const int top = std::max(0, static_cast<int>(box.top));
  const int bottom = std::min(page.pixels.height, static_cast<int>(std::ceil(box.bottom)));
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) {
      const Point at = to_mask * Point{x + 0.5, y + 0.5};
      const bool outside =
          at.x < 0 || at.y < 0 || at.x >= made.alpha.width || at.y >= made.alpha.height;
      if (outside || made.alpha.row(static_cast<int>(at.y))[static_cast<int>(at.x)] < 255) continue;
      std::fill_n(page.pixels.row(y) + x * page.pixels.channels, page.pixels.channels, 255);
    }
  }
}

}  // namespace sohoa
