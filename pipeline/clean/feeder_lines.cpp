#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <optional>
#include <vector>

#include "pipeline/clean/reduced.h"
#include "pipeline/clean/steps.h"

namespace sohoa {

namespace {

constexpr double kSearchDpi = 130;
constexpr int kInk = 200;                  // of 255
constexpr double kThicknessMm = 0.6;       // of the line, at most
constexpr int kPieces = 48;                // of the line's length
constexpr double kPieceFilled = 0.4;       // share of a piece that must be ink
constexpr double kSlopeMax = 0.015;        // the glass is straight, the paper not always
constexpr double kSpanMin = 0.9;           // of the page: rules of tables end at the margins
constexpr double kFilledPiecesMin = 0.75;  // of the span; such lines have gaps
constexpr double kBorderSpanMin = 0.5;     // of a line that runs into the edge of the page
constexpr double kBorderFilledMin = 0.85;
constexpr int kLinesMax = 8;  // a page with more is a drawing
constexpr int kPaper = 255;

/// Nearly horizontal: y at the left edge, and how far it sinks over the whole width.
struct FeederLine {
  double y = 0;
  double sink = 0;
  double left = 0;
  double right = 0;
};

cv::Mat thin_runs(const cv::Mat& ink, int thickness);
std::optional<FeederLine> find_line(const cv::Mat& thin);
void wipe(cv::Mat& mask, const FeederLine& line, int reach);
void erase(cv::Mat& grey, const FeederLine& line, double scale, int thickness);
void remove_level_lines(Draft& draft);

}  // namespace

/// Dirt on the glass of a feeder draws a thin line over the whole page, along or across the text.
/// Where it crosses a stroke, the stroke stays.
void remove_feeder_lines(Draft& draft) {
  remove_level_lines(draft);
  cv::transpose(draft.grey, draft.grey);
  remove_level_lines(draft);
  cv::transpose(draft.grey, draft.grey);
}

namespace {

void remove_level_lines(Draft& draft) {
  const Reduced page = reduced(draft, kSearchDpi);
  const int thickness = std::max(1, cvRound(kThicknessMm * page.px_per_mm));
  cv::Mat thin = thin_runs(ink_mask(page.grey, kInk), thickness);
  for (int i = 0; i < kLinesMax; ++i) {
    const std::optional<FeederLine> line = find_line(thin);
    if (!line) return;
    wipe(thin, *line, 2 * thickness);
    erase(draft.grey, *line, page.scale, cvRound(px_of_mm(draft, kThicknessMm)) + 1);
  }
}

// Ink of columns that is at most `thickness` high.
cv::Mat thin_runs(const cv::Mat& ink, int thickness) {
  cv::Mat thick;
  cv::morphologyEx(ink, thick, cv::MORPH_OPEN, cv::Mat::ones(thickness + 2, 1, CV_8UC1));
  return ink & ~thick;
}

std::optional<FeederLine> find_line(const cv::Mat& thin) {
  const int width = thin.cols;
  const int height = thin.rows;
  if (width < kPieces || height < 3) return std::nullopt;
  // filled(y, piece): the line may lie one row higher or lower than the shear puts it.
  cv::Mat rows;
  cv::blur(thin, rows, {1, 3});
  cv::Mat filled(height, kPieces, CV_8UC1);
  for (int piece = 0; piece < kPieces; ++piece) {
    const cv::Range columns(width * piece / kPieces, width * (piece + 1) / kPieces);
    cv::Mat mean;
    cv::reduce(rows.colRange(columns), mean, 1, cv::REDUCE_AVG, CV_32F);
    cv::Mat hit = mean * 3 > kPieceFilled * 255;
    hit.copyTo(filled.col(piece));
  }
  const int sink_max = static_cast<int>(kSlopeMax * width);
  FeederLine best;
  int best_count = 0;
  for (int sink = -sink_max; sink <= sink_max; ++sink) {
    for (int y = 0; y < height; ++y) {
      int count = 0;
      int first = kPieces;
      int last = -1;
      for (int piece = 0; piece < kPieces; ++piece) {
        const int row = y + sink * (2 * piece + 1) / (2 * kPieces);
        if (row < 0 || row >= height || filled.at<std::uint8_t>(row, piece) == 0) continue;
        ++count;
        first = std::min(first, piece);
        last = piece;
      }
      if (count <= best_count) continue;
      const int span = last - first + 1;
      const double share = static_cast<double>(span) / kPieces;
      const double full = static_cast<double>(count) / span;
      const bool runs_into_edge = first == 0 || last == kPieces - 1;
      const bool is_line = (share >= kSpanMin && full >= kFilledPiecesMin) ||
                           (runs_into_edge && share >= kBorderSpanMin && full >= kBorderFilledMin);
      if (!is_line) continue;
      best_count = count;
      best = {static_cast<double>(y), static_cast<double>(sink),
              static_cast<double>(width * first / kPieces),
              static_cast<double>(width * (last + 1) / kPieces)};
    }
  }
  if (best_count == 0) return std::nullopt;
  return best;
}

double y_at(const FeederLine& line, double x, double width) {
  return line.y + line.sink * x / width;
}

void wipe(cv::Mat& mask, const FeederLine& line, int reach) {
  for (int x = 0; x < mask.cols; ++x) {
    const int y = cvRound(y_at(line, x, mask.cols));
    const cv::Range rows(std::clamp(y - reach, 0, mask.rows),
                         std::clamp(y + reach + 1, 0, mask.rows));
    mask.col(x).rowRange(rows).setTo(0);
  }
}

void erase(cv::Mat& grey, const FeederLine& line, double scale, int thickness) {
  const int from = std::max(0, static_cast<int>(line.left / scale) - thickness);
  const int to = std::min(grey.cols, static_cast<int>(line.right / scale) + thickness);
  const int reach = thickness / 2 + static_cast<int>(std::ceil(2 / scale));
  for (int x = from; x < to; ++x) {
    const int centre = static_cast<int>((y_at(line, x * scale, grey.cols * scale) + 0.5) / scale);
    const int top = std::max(0, centre - reach);
    const int bottom = std::min(grey.rows, centre + reach + 1);
    for (int y = top; y < bottom; ++y) {
      if (grey.at<std::uint8_t>(y, x) >= kInk) continue;
      int begin = y;
      while (begin > 0 && y - begin <= thickness && grey.at<std::uint8_t>(begin - 1, x) < kInk)
        --begin;
      int end = y + 1;
      while (end < grey.rows && end - begin <= thickness && grey.at<std::uint8_t>(end, x) < kInk)
        ++end;
      if (end - begin <= thickness) {
        for (int i = std::max(0, begin - 1); i < std::min(grey.rows, end + 1); ++i) {
          grey.at<std::uint8_t>(i, x) = kPaper;
        }
      }
      y = end;
    }
  }
}

}  // namespace

}  // namespace sohoa
