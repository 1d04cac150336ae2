#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

#include "pipeline/package/conform/rules.h"
#include "pipeline/package/conform/scan_page.h"

namespace sohoa {

namespace {

constexpr double kMmPerPoint = 25.4 / 72;
// Scanners' drivers that know no better write these into JFIF.
constexpr double kOwnDpiMin = 97;

/// Calls `take(page, number)` for every page of the paper.
template <typename Take>
void each_page(const CheckedPaper& paper, Take take) {
  for (std::size_t i = 0; i < paper.facts.pages.size(); ++i) {
    take(paper.facts.pages[i], static_cast<int>(i) + 1);
  }
}

void check_image(const CheckedRecord& record, BreachList& breaches) {
  const double least = breaches.rule().number("page_share_min");
  for (const CheckedPaper& paper : record.papers) {
    std::vector<int> pages;
    each_page(paper, [&](const PdfPageFacts& page, int number) {
      if (share_of_images(page) < least) pages.push_back(number);
    });
    breaches.add_pages(paper.name, pages);
  }
}

void check_colour(const CheckedRecord& record, BreachList& breaches) {
  const int least = static_cast<int>(breaches.rule().number("bits_min"));
  for (const CheckedPaper& paper : record.papers) {
    std::map<int, std::vector<int>> pages;  // by the bits found
    each_page(paper, [&](const PdfPageFacts& page, int number) {
      const PdfImageFacts* scan = scan_of(page);
      if (scan == nullptr || scan->bits_per_pixel == 0) return;
      if (scan->bits_per_pixel < least || scan->components < 3) {
        pages[scan->bits_per_pixel].push_back(number);
      }
    });
    for (const auto& [bits, numbers] : pages) {
      breaches.add_pages(paper.name, numbers,
                         {{"bits", std::to_string(bits)}, {"bits_min", std::to_string(least)}});
    }
  }
}

double longer_side_mm(const PdfPageFacts& page) {
  return std::max(page.size.width_pt, page.size.height_pt) * kMmPerPoint;
}

void check_resolution(const CheckedRecord& record, BreachList& breaches) {
  const ProfileRule& rule = breaches.rule();
  for (const CheckedPaper& paper : record.papers) {
    std::map<std::pair<int, int>, std::vector<int>> pages;  // by dpi found and asked for
    each_page(paper, [&](const PdfPageFacts& page, int number) {
      const PdfImageFacts* scan = scan_of(page);
      if (scan == nullptr) return;
      const bool drawing = longer_side_mm(page) > rule.number("drawing_side_mm");
      const double least = rule.number(drawing ? "drawing_dpi_min" : "dpi_min");
      const double dpi = std::min(scan->dpi.x, scan->dpi.y);
      if (dpi > 0 && dpi < least * (1 - rule.number("tolerance"))) {
        pages[{static_cast<int>(dpi), static_cast<int>(least)}].push_back(number);
      }
    });
    for (const auto& [dpi, numbers] : pages) {
      breaches.add_pages(
          paper.name, numbers,
          {{"dpi", std::to_string(dpi.first)}, {"dpi_min", std::to_string(dpi.second)}});
    }
  }
}

/// How many times larger the page is than the sheet that the image's own header tells of.
double scale_of(const PdfImageFacts& scan) {
  const bool credible = std::min(scan.own_dpi.x, scan.own_dpi.y) >= kOwnDpiMin && scan.dpi.x > 0;
  return credible ? scan.own_dpi.x / scan.dpi.x : 1;
}

void check_scale(const CheckedRecord& record, BreachList& breaches) {
  const double tolerance = breaches.rule().number("tolerance");
  for (const CheckedPaper& paper : record.papers) {
    std::map<std::string, std::vector<int>> pages;  // by scale
    each_page(paper, [&](const PdfPageFacts& page, int number) {
      const PdfImageFacts* scan = scan_of(page);
      const double scale = scan == nullptr ? 1 : scale_of(*scan);
      if (std::abs(scale - 1) <= tolerance) return;
      char text[32];
      std::snprintf(text, sizeof text, "%.2f", scale);
      pages[text].push_back(number);
    });
    for (const auto& [scale, numbers] : pages) {
      breaches.add_pages(paper.name, numbers, {{"scale", scale}});
    }
  }
}

void check_size(const CheckedRecord& record, BreachList& breaches) {
  const ProfileRule& rule = breaches.rule();
  for (const CheckedPaper& paper : record.papers) {
    std::map<std::string, std::vector<int>> pages;  // by size
    each_page(paper, [&](const PdfPageFacts& page, int number) {
      const double width = page.size.width_pt * kMmPerPoint;
      const double height = page.size.height_pt * kMmPerPoint;
      if (std::min(width, height) >= rule.number("side_mm_min") &&
          std::max(width, height) <= rule.number("side_mm_max")) {
        return;
      }
      char text[64];
      std::snprintf(text, sizeof text, "%.0f x %.0f", width, height);
      pages[text].push_back(number);
    });
    for (const auto& [size, numbers] : pages) {
      breaches.add_pages(paper.name, numbers, {{"size", size}});
    }
  }
}

}  // namespace

std::vector<CheckOfRule> image_checks() {
  return {{"image.missing", check_image},
          {"image.colour", check_colour},
          {"image.resolution", check_resolution},
          {"page.scale", check_scale},
          {"page.size", check_size}};
}

}  // namespace sohoa
