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

std::vector<FeederLine> find_lines(const cv::Mat& ink, int thickness);
cv::Mat thin_runs(const cv::Mat& ink, int thickness);
std::optional<FeederLine> find_line(const cv::Mat& thin);
void wipe(cv::Mat& mask, const FeederLine& line, int reach);
void erase(cv::Mat& grey, const FeederLine& line, double scale, int thickness);

}  // namespace

/// Dirt on the glass of a feeder draws a thin line over the whole page, along or across the text.
/// Where it crosses a stroke, the stroke stays.
void remove_feeder_lines(Draft& draft) {
  const Reduced page = reduced(draft, kSearchDpi);
  const int thickness = std::max(1, cvRound(kThicknessMm * page.px_per_mm));
  const int full_thickness = cvRound(px_of_mm(draft, kThicknessMm)) + 1;
  const cv::Mat ink = ink_mask(page.grey, kInk);
  const std::vector<FeederLine> level = find_lines(ink, thickness);
  const std::vector<FeederLine> upright = find_lines(ink.t(), thickness);
  if (level.empty() && upright.empty()) return;
  draft.copies.forget();
  for (const FeederLine& line : level) erase(draft.grey, line, page.scale, full_thickness);
  if (upright.empty()) return;
  cv::transpose(draft.grey, draft.grey);
  for (const FeederLine& line : upright) erase(draft.grey, line, page.scale, full_thickness);
  cv::transpose(draft.grey, draft.grey);
}

namespace {

std::vector<FeederLine> find_lines(const cv::Mat& ink, int thickness) {
  std::vector<FeederLine> lines;
  cv::Mat thin = thin_runs(ink, thickness);
  for (int i = 0; i < kLinesMax; ++i) {
    const std::optional<FeederLine> line = find_line(thin);
    if (!line) break;
    wipe(thin, *line, 2 * thickness);
    lines.push_back(*line);
  }
  return lines;
}

// Ink of columns that is at most `thickness` high.
cv::Mat thin_runs(const cv::Mat& ink, int thickness) {
  cv::Mat thick;
  cv::morphologyEx(ink, thick, cv::MORPH_OPEN, cv::Mat::ones(thickness + 2, 1, CV_8UC1));
  return ink & ~thick;
}

// One row a piece: 1 where the line may pass through the piece at that y. It may lie one row higher
// or lower than the shear puts it.
cv::Mat filled_pieces(const cv::Mat& thin) {
  cv::Mat near_rows;
  cv::blur(thin, near_rows, {1, 3});
  cv::Mat filled(kPieces, thin.rows, CV_8UC1);
  for (int piece = 0; piece < kPieces; ++piece) {
    const cv::Range columns(thin.cols * piece / kPieces, thin.cols * (piece + 1) / kPieces);
    cv::Mat mean;
    cv::reduce(near_rows.colRange(columns), mean, 1, cv::REDUCE_AVG, CV_32F);
    for (int y = 0; y < thin.rows; ++y) {
      const bool is_filled = mean.at<float>(y) * 3 > kPieceFilled * 255;
      filled.at<std::uint8_t>(piece, y) = is_filled ? 1 : 0;
    }
  }
  return filled;
}

int sink_at(int sink, int piece) { return sink * (2 * piece + 1) / (2 * kPieces); }

// How many pieces a line that starts at each y and sinks by `sink` passes through.
std::vector<std::uint8_t> count_pieces(const cv::Mat& filled, int sink) {
  std::vector<std::uint8_t> counts(static_cast<std::size_t>(filled.cols));
  for (int piece = 0; piece < kPieces; ++piece) {
    const int shift = sink_at(sink, piece);
    const std::uint8_t* row = filled.ptr<std::uint8_t>(piece);
    const int from = std::max(0, -shift);
    const int to = std::min(filled.cols, filled.cols - shift);
    for (int y = from; y < to; ++y) counts[y] += row[y + shift];
  }
  return counts;
}

struct Extent {
  int first = kPieces;
  int last = -1;
};

Extent extent_of(const cv::Mat& filled, int y, int sink) {
  Extent extent;
  for (int piece = 0; piece < kPieces; ++piece) {
    const int row = y + sink_at(sink, piece);
    if (row < 0 || row >= filled.cols || filled.at<std::uint8_t>(piece, row) == 0) continue;
    extent.first = std::min(extent.first, piece);
    extent.last = piece;
  }
  return extent;
}

bool is_feeder_line(const Extent& extent, int count) {
  const int span = extent.last - extent.first + 1;
  const double share = static_cast<double>(span) / kPieces;
  const double filled = static_cast<double>(count) / span;
  const bool runs_into_edge = extent.first == 0 || extent.last == kPieces - 1;
  return (share >= kSpanMin && filled >= kFilledPiecesMin) ||
         (runs_into_edge && share >= kBorderSpanMin && filled >= kBorderFilledMin);
}

std::optional<FeederLine> find_line(const cv::Mat& thin) {
  if (thin.cols < kPieces || thin.rows < 3) return std::nullopt;
  const cv::Mat filled = filled_pieces(thin);
  const int sink_max = static_cast<int>(kSlopeMax * thin.cols);
  int best_count = static_cast<int>(kBorderSpanMin * kBorderFilledMin * kPieces) - 1;
  std::optional<FeederLine> best;
  for (int sink = -sink_max; sink <= sink_max; ++sink) {
    const std::vector<std::uint8_t> counts = count_pieces(filled, sink);
    for (int y = 0; y < thin.rows; ++y) {
      if (counts[y] <= best_count) continue;
      const Extent extent = extent_of(filled, y, sink);
      if (!is_feeder_line(extent, counts[y])) continue;
      best_count = counts[y];
      best = FeederLine{static_cast<double>(y), static_cast<double>(sink),
                        static_cast<double>(thin.cols * extent.first / kPieces),
                        static_cast<double>(thin.cols * (extent.last + 1) / kPieces)};
    }
  }
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

/// Ink of one column that may be the line's.
struct Piece {
  int x = 0;
  int begin = 0;
  int end = 0;

  int length() const { return end - begin; }
  int doubled_centre() const { return begin + end; }
};

// The thin run that is nearest to `centre`.
std::optional<Piece> piece_at(const cv::Mat& grey, int x, int centre, int reach, int thickness) {
  std::optional<Piece> nearest;
  const int last = std::min(grey.rows - 1, centre + reach);
  for (int y = std::max(0, centre - reach); y <= last; ++y) {
    if (grey.at<std::uint8_t>(y, x) >= kInk) continue;
    Piece piece{x, y, y + 1};
    while (piece.begin > 0 && piece.length() <= thickness &&
           grey.at<std::uint8_t>(piece.begin - 1, x) < kInk) {
      --piece.begin;
    }
    while (piece.end < grey.rows && piece.length() <= thickness &&
           grey.at<std::uint8_t>(piece.end, x) < kInk) {
      ++piece.end;
    }
    y = piece.end;
    if (piece.length() > thickness) continue;
    const auto distance = [&](const Piece& p) { return std::abs(p.doubled_centre() - 2 * centre); };
    if (!nearest || distance(piece) < distance(*nearest)) nearest = piece;
  }
  return nearest;
}

int median_of(const std::vector<Piece>& pieces, int (Piece::*measure)() const) {
  std::vector<int> values;
  for (const Piece& piece : pieces) values.push_back((piece.*measure)());
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// Stretch by stretch the line shows how thick it is and where exactly it runs: strokes of text that
// only come near it stay.
void erase(cv::Mat& grey, const FeederLine& line, double scale, int thickness) {
  const int from = std::max(0, static_cast<int>(line.left / scale));
  const int to = std::min(grey.cols, static_cast<int>(std::ceil(line.right / scale)));
  const int reach = thickness / 2 + static_cast<int>(std::ceil(2 / scale));
  const int stretch = std::max(1, grey.cols / kPieces);
  for (int begin = from; begin < to; begin += stretch) {
    std::vector<Piece> pieces;
    for (int x = begin; x < std::min(begin + stretch, to); ++x) {
      const double y = (y_at(line, x * scale, grey.cols * scale) + 0.5) / scale;
      const std::optional<Piece> piece = piece_at(grey, x, static_cast<int>(y), reach, thickness);
      if (piece) pieces.push_back(*piece);
    }
    if (pieces.empty()) continue;
    const int length = median_of(pieces, &Piece::length);
    const int doubled_centre = median_of(pieces, &Piece::doubled_centre);
    for (const Piece& piece : pieces) {
      if (piece.length() > length + 1) continue;
      if (std::abs(piece.doubled_centre() - doubled_centre) > length + 3) continue;
      const int top = std::max(0, piece.begin - 1);
      const int bottom = std::min(grey.rows, piece.end + 1);
      grey.col(piece.x).rowRange(top, bottom).setTo(kPaper);
    }
  }
}

}  // namespace

}  // namespace sohoa
