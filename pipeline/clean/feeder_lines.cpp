#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "pipeline/clean/reduced.h"
#include "pipeline/clean/shapes.h"
#include "pipeline/clean/steps.h"

namespace sohoa {

namespace {

constexpr double kSearchDpi = 130;
constexpr int kInk = 200;                  // of 255
constexpr int kThinInk = 232;              // its mean with the paper beside it, at kSearchDpi
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

/// Nearly along one axis of the page: where it begins across that axis, and how far it sinks over
/// the whole page. `from` and `to` lie along the axis.
struct FeederLine {
  double start = 0;
  double sink = 0;
  int from = 0;
  int to = 0;
};

/// The page as the lines of one direction see it: `along` is where they run.
struct View {
  std::uint8_t* pixels = nullptr;
  std::ptrdiff_t step_along = 1;  // bytes
  std::ptrdiff_t step_across = 1;
  int along = 0;  // px
  int across = 0;

  std::uint8_t& at(int a, int c) const { return pixels[a * step_along + c * step_across]; }
};

View level_view(cv::Mat& grey);
View upright_view(cv::Mat& grey);
std::vector<FeederLine> find_upright_lines(const cv::Mat& grey, int thickness);
cv::Mat filled_pieces(const std::vector<ShapeRun>& thin, const cv::Size& page);
std::optional<FeederLine> find_line(const cv::Mat& filled, const cv::Size& page);
bool is_on(const FeederLine& line, const ShapeRun& run, int reach, int page_height);
void erase(const View& page, const FeederLine& line, int divisor, int thickness);

}  // namespace

/// Dirt on the glass of a feeder draws a thin line over the whole page, along or across the text.
/// Where it crosses a stroke, the stroke stays.
void remove_feeder_lines(Draft& draft) {
  const Reduced page = reduced(draft, kSearchDpi);
  const int thickness = std::max(1, cvRound(kThicknessMm * page.px_per_mm));
  const int full_thickness = cvRound(px_of_mm(draft, kThicknessMm)) + 1;
  const std::vector<FeederLine> upright = find_upright_lines(page.grey, thickness);
  const std::vector<FeederLine> level = find_upright_lines(page.grey.t(), thickness);
  if (level.empty() && upright.empty()) return;
  for (const FeederLine& line : level) {
    erase(level_view(draft.grey), line, page.divisor, full_thickness);
  }
  for (const FeederLine& line : upright) {
    erase(upright_view(draft.grey), line, page.divisor, full_thickness);
  }
  draft.copies.forget();
}

namespace {

View level_view(cv::Mat& grey) {
  return {grey.data, 1, static_cast<std::ptrdiff_t>(grey.step), grey.cols, grey.rows};
}

View upright_view(cv::Mat& grey) {
  return {grey.data, static_cast<std::ptrdiff_t>(grey.step), 1, grey.rows, grey.cols};
}

// Lines down the page are told by runs of its rows that are at most `thickness` wide.
std::vector<FeederLine> find_upright_lines(const cv::Mat& grey, int thickness) {
  std::vector<FeederLine> lines;
  if (grey.rows < kPieces || grey.cols < 3) return lines;
  std::vector<ShapeRun> thin = find_runs(grey, kThinInk);
  std::erase_if(thin, [&](const ShapeRun& run) { return run.x1 - run.x0 > thickness + 1; });
  while (static_cast<int>(lines.size()) < kLinesMax) {
    const std::optional<FeederLine> line = find_line(filled_pieces(thin, grey.size()), grey.size());
    if (!line) break;
    std::erase_if(thin,
                  [&](const ShapeRun& run) { return is_on(*line, run, 2 * thickness, grey.rows); });
    lines.push_back(*line);
  }
  return lines;
}

// One row a piece: 1 where the line may pass through the piece at that x. It may lie one column
// further to the left or right than the shear puts it.
cv::Mat filled_pieces(const std::vector<ShapeRun>& thin, const cv::Size& page) {
  cv::Mat ink = cv::Mat::zeros(kPieces, page.width, CV_32S);
  std::array<int, kPieces> ends;
  for (int piece = 0; piece < kPieces; ++piece) ends[piece] = page.height * (piece + 1) / kPieces;
  int piece = 0;
  for (const ShapeRun& run : thin) {
    while (run.y >= ends[piece]) ++piece;
    int* sums = ink.ptr<int>(piece);
    for (int x = run.x0; x < run.x1; ++x) ++sums[x];
  }
  cv::Mat filled = cv::Mat::zeros(ink.size(), CV_8UC1);
  for (piece = 0; piece < kPieces; ++piece) {
    const int height = ends[piece] - (piece > 0 ? ends[piece - 1] : 0);
    const int* sums = ink.ptr<int>(piece);
    std::uint8_t* out = filled.ptr<std::uint8_t>(piece);
    for (int x = 0; x < page.width; ++x) {
      // Beyond the edge the page is taken for its mirror image.
      const int left = sums[x > 0 ? x - 1 : 1];
      const int right = sums[x + 1 < page.width ? x + 1 : x - 1];
      out[x] = left + sums[x] + right > kPieceFilled * height ? 1 : 0;
    }
  }
  return filled;
}

int sink_at(int sink, int piece) { return sink * (2 * piece + 1) / (2 * kPieces); }

// How many pieces a line that starts at each x and sinks by `sink` passes through.
std::vector<std::uint8_t> count_pieces(const cv::Mat& filled, int sink) {
  std::vector<std::uint8_t> counts(static_cast<std::size_t>(filled.cols));
  for (int piece = 0; piece < kPieces; ++piece) {
    const int shift = sink_at(sink, piece);
    const std::uint8_t* row = filled.ptr<std::uint8_t>(piece);
    std::uint8_t* out = counts.data();
    const int from = std::max(0, -shift);
    const int to = std::min(filled.cols, filled.cols - shift);
    for (int x = from; x < to; ++x) out[x] = static_cast<std::uint8_t>(out[x] + row[x + shift]);
  }
  return counts;
}

struct Extent {
  int first = kPieces;
  int last = -1;
};

Extent extent_of(const cv::Mat& filled, int x, int sink) {
  Extent extent;
  for (int piece = 0; piece < kPieces; ++piece) {
    const int column = x + sink_at(sink, piece);
    if (column < 0 || column >= filled.cols) continue;
    if (filled.at<std::uint8_t>(piece, column) == 0) continue;
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

std::optional<FeederLine> find_line(const cv::Mat& filled, const cv::Size& page) {
  const int sink_max = static_cast<int>(kSlopeMax * page.height);
  int best_count = static_cast<int>(kBorderSpanMin * kBorderFilledMin * kPieces) - 1;
  std::optional<FeederLine> best;
  for (int sink = -sink_max; sink <= sink_max; ++sink) {
    const std::vector<std::uint8_t> counts = count_pieces(filled, sink);
    for (int x = 0; x < filled.cols; ++x) {
      if (counts[x] <= best_count) continue;
      const Extent extent = extent_of(filled, x, sink);
      if (!is_feeder_line(extent, counts[x])) continue;
      best_count = counts[x];
      best = FeederLine{static_cast<double>(x), static_cast<double>(sink),
                        page.height * extent.first / kPieces,
                        page.height * (extent.last + 1) / kPieces};
    }
  }
  return best;
}

double place_at(const FeederLine& line, double along, double length) {
  return line.start + line.sink * along / length;
}

bool is_on(const FeederLine& line, const ShapeRun& run, int reach, int page_height) {
  const int x = cvRound(place_at(line, run.y, page_height));
  return run.x1 > x - reach && run.x0 <= x + reach;
}

/// Ink across the line, at one px along it, that may be the line's.
struct Piece {
  int along = 0;
  int begin = 0;
  int end = 0;

  int length() const { return end - begin; }
  int doubled_centre() const { return begin + end; }
};

// The thin run that is nearest to `centre`.
std::optional<Piece> piece_at(const View& page, int along, int centre, int reach, int thickness) {
  std::optional<Piece> nearest;
  const int last = std::min(page.across - 1, centre + reach);
  for (int c = std::max(0, centre - reach); c <= last; ++c) {
    if (page.at(along, c) >= kInk) continue;
    Piece piece{along, c, c + 1};
    while (piece.begin > 0 && piece.length() <= thickness &&
           page.at(along, piece.begin - 1) < kInk) {
      --piece.begin;
    }
    while (piece.end < page.across && piece.length() <= thickness &&
           page.at(along, piece.end) < kInk) {
      ++piece.end;
    }
    c = piece.end;
    if (piece.length() > thickness) continue;
    const auto distance = [&](const Piece& p) { return std::abs(p.doubled_centre() - 2 * centre); };
    if (!nearest || distance(piece) < distance(*nearest)) nearest = piece;
  }
  return nearest;
}

int median_of(const std::vector<Piece>& pieces, int (Piece::*measure)() const) {
  std::vector<int> values;
  values.reserve(pieces.size());
  for (const Piece& piece : pieces) values.push_back((piece.*measure)());
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// Of each stretch of the line, the ink that may be its.
std::vector<std::vector<Piece>> pieces_of(const View& page, const FeederLine& line, int divisor,
                                          int thickness) {
  const int from = line.from * divisor;
  const int to = std::min(page.along, line.to * divisor);
  const int reach = thickness / 2 + 2 * divisor;
  const int stretch = std::max(1, page.along / kPieces);
  std::vector<std::vector<Piece>> stretches;
  for (int begin = from; begin < to; begin += stretch) {
    std::vector<Piece>& pieces = stretches.emplace_back();
    for (int a = begin; a < std::min(begin + stretch, to); ++a) {
      const double place = place_at(line, a, page.along) + 0.5;
      const std::optional<Piece> piece =
          piece_at(page, a, static_cast<int>(place * divisor), reach, thickness);
      if (piece) pieces.push_back(*piece);
    }
  }
  return stretches;
}

// Stretch by stretch the line shows how thick it is and where exactly it runs: strokes of text that
// only come near it stay. Where a line is too faint to be ink, there are strokes of text only.
void erase(const View& page, const FeederLine& line, int divisor, int thickness) {
  const auto stretches = pieces_of(page, line, divisor, thickness);
  std::size_t count = 0;
  for (const std::vector<Piece>& pieces : stretches) count += pieces.size();
  if (static_cast<double>(count) < kPieceFilled * (line.to - line.from) * divisor) return;
  for (const std::vector<Piece>& pieces : stretches) {
    if (pieces.empty()) continue;
    const int length = median_of(pieces, &Piece::length);
    const int doubled_centre = median_of(pieces, &Piece::doubled_centre);
    for (const Piece& piece : pieces) {
      if (piece.length() > length + 1) continue;
      if (std::abs(piece.doubled_centre() - doubled_centre) > length + 3) continue;
      const int top = std::max(0, piece.begin - 1);
      const int bottom = std::min(page.across, piece.end + 1);
      for (int c = top; c < bottom; ++c) page.at(piece.along, c) = kPaper;
    }
  }
}

}  // namespace

}  // namespace sohoa
