#include <algorithm>
#include <cmath>
#include <cstdio>
#include <opencv2/imgproc.hpp>
#include <string>
#include <vector>

#include "pipeline/clean/steps.h"

namespace sohoa {

namespace {

constexpr double kDpiSlack = 0.98;  // 199 dpi is what some scanners make of 200
constexpr double kSharpnessMin = 0.35;
constexpr double kContrastMin = 0.25;

constexpr double kTileMm = 5;
constexpr int kTilesAcross = 16;  // looked at, evenly spread
constexpr int kTilesDown = 24;
constexpr int kTileRangeMin = 30;        // of 255: less is bare paper
constexpr std::size_t kTilesMin = 6;     // with ink; fewer say nothing about the page
constexpr double kSharpSigmaPx = 0.8;    // of an edge that is as sharp as pixels can be
constexpr double kBlurredSigmaMm = 0.3;  // of an edge that nobody can read

struct Look {
  double range = 0;  // paper − ink, 0 … 1
  double blur_px = 0;
};

std::vector<Look> look_at_tiles(const Draft& draft);
double median_of(std::vector<Look>& looks, double Look::*member);
Finding finding(const Draft& draft, const char* code, const char* format, double measured,
                double wanted, const char* remedy);

}  // namespace

/// Looks at tiles that hold ink. The steepest slope of an edge blurred by a Gaussian is its height
/// over σ√2π, so height over slope gives σ.
void measure_quality(Draft& draft) {
  PageQuality& quality = draft.result.quality;
  std::vector<Finding>& findings = draft.result.findings;
  const Resolution& dpi = draft.page.dpi;
  quality.dpi = std::min(dpi.x, dpi.y);
  const double dpi_min = draft.settings.dpi_min;
  if (quality.dpi < dpi_min * kDpiSlack) {
    findings.push_back(finding(draft, "page.resolution-low",
                               "scanned at %.0f dpi, %.0f are asked for", quality.dpi, dpi_min,
                               "scan it again at 300 dpi"));
  }
  std::vector<Look> looks = look_at_tiles(draft);
  if (looks.size() < kTilesMin) return;
  quality.contrast = median_of(looks, &Look::range);
  const double blur_mm =
      std::max(0.0, median_of(looks, &Look::blur_px) - kSharpSigmaPx) / px_of_mm(draft, 1);
  quality.sharpness = std::clamp(1 - blur_mm / kBlurredSigmaMm, 0.0, 1.0);
  if (quality.sharpness < kSharpnessMin) {
    findings.push_back(finding(draft, "page.blurred", "sharpness is %.2f, %.2f is readable",
                               quality.sharpness, kSharpnessMin,
                               "clean the glass, hold the paper flat and scan it again"));
  }
  if (quality.contrast < kContrastMin) {
    findings.push_back(finding(draft, "page.contrast-low",
                               "ink and paper differ by %.2f, %.2f is readable", quality.contrast,
                               kContrastMin, "scan it again darker"));
  }
}

namespace {

Look look_at(const cv::Mat& tile) {
  double low = 0;
  double high = 0;
  cv::minMaxLoc(tile, &low, &high);
  // In eight bits, so that compilers take sixteen pixels at a time.
  std::uint8_t steepest = 1;
  for (int y = 0; y < tile.rows; ++y) {
    const std::uint8_t* row = tile.ptr<std::uint8_t>(y);
    for (int x = 2; x < tile.cols; ++x) {
      const std::uint8_t a = row[x];
      const std::uint8_t b = row[x - 2];
      const auto step = static_cast<std::uint8_t>(a > b ? a - b : b - a);
      steepest = step > steepest ? step : steepest;
    }
  }
  const double slope = steepest / 2.0;
  return {(high - low) / 255, (high - low) / (slope * std::sqrt(2 * CV_PI))};
}

std::vector<Look> look_at_tiles(const Draft& draft) {
  const cv::Mat& grey = draft.grey;
  const int side = std::max(8, static_cast<int>(px_of_mm(draft, kTileMm)));
  std::vector<Look> looks;
  for (int j = 0; j < kTilesDown; ++j) {
    for (int i = 0; i < kTilesAcross; ++i) {
      const cv::Rect tile(grey.cols * (2 * i + 1) / (2 * kTilesAcross) - side / 2,
                          grey.rows * (2 * j + 1) / (2 * kTilesDown) - side / 2, side, side);
      const cv::Rect inside = tile & cv::Rect({}, grey.size());
      if (inside.empty()) continue;
      const Look look = look_at(grey(inside));
      if (look.range * 255 >= kTileRangeMin) looks.push_back(look);
    }
  }
  return looks;
}

double median_of(std::vector<Look>& looks, double Look::*member) {
  const auto middle = looks.begin() + static_cast<std::ptrdiff_t>(looks.size() / 2);
  std::nth_element(looks.begin(), middle, looks.end(),
                   [&](const Look& a, const Look& b) { return a.*member < b.*member; });
  return (*middle).*member;
}

Finding finding(const Draft& draft, const char* code, const char* format, double measured,
                double wanted, const char* remedy) {
  char reason[120];
  std::snprintf(reason, sizeof reason, format, measured, wanted);
  return {code, Severity::kWarning, name_of(draft.page.source), reason, remedy, std::nullopt};
}

}  // namespace

}  // namespace sohoa
