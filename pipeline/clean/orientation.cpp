#include <algorithm>
#include <cmath>
#include <numeric>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "pipeline/clean/profiles.h"
#include "pipeline/clean/reduced.h"
#include "pipeline/clean/shapes.h"
#include "pipeline/clean/steps.h"

namespace sohoa {

namespace {

constexpr double kSearchDpi = 150;
constexpr int kInk = 160;  // of 255
constexpr double kLetterMmMin = 0.5;
constexpr double kLetterMmMax = 9;  // larger shapes are rules, frames and pictures
constexpr double kLeanStepDegrees = 0.5;
constexpr double kLeanDegreesMin = 0.25;  // lines that lean less are level enough
constexpr int kQuarterOfInk = 63;         // of a px that covers four

constexpr double kWordGapMm = 2.5;  // bridged along a line
constexpr double kMarkGapMm = 0.4;  // bridged between a letter and its marks
constexpr double kLineMmMin = 1.8;  // height of a line with its marks
constexpr double kLineMmMax = 8;
constexpr double kLineLengthMin = 3;  // heights

constexpr double kAsymmetryMin = 1.5;       // of a line that votes
constexpr double kAsymmetrySure = 0.25;     // (above − below) / both, over the page
constexpr double kVotesSure = 8;            // lines more for one side than for the other
constexpr double kDirectionContrast = 1.6;  // rows over columns; real pages have 2.2 to 11
constexpr double kConfidenceMin = 0.35;
constexpr int kLinesOfDoubt = 3;  // fewer are no text to turn for

std::vector<ShapeRun> letters_of(const Reduced& page);
cv::Mat half_of(const std::vector<ShapeRun>& letters, const cv::Size& page);
std::vector<ShapeRun> levelled(const std::vector<ShapeRun>& letters, const cv::Size& page,
                               bool lying, double lean_degrees);

/// Ink over the x-height and under the baseline, and lines with clearly more of one of them.
struct Votes {
  double above = 0;
  double below = 0;
  int up = 0;
  int down = 0;
};

Votes count_votes(const std::vector<ShapeRun>& letters, double px_per_mm);
double confidence_of(const Votes& votes);
Finding doubt(const Draft& draft);

}  // namespace

/// Lines of text make rows differ more than columns; that tells lying pages. Latin letters have
/// more ink above the x-height than below the baseline, and Vietnamese ones, with their tone marks,
/// much more (on real pages twice to three times as much); that tells pages upside down.
void find_orientation(Draft& draft) {
  if (draft.result.quality.blank || !draft.settings.rotate) return;
  const Reduced page = reduced(draft, kSearchDpi);
  const std::vector<ShapeRun> letters = letters_of(page);
  cv::Mat half = half_of(letters, page.grey.size());
  const Lean level = find_lean(StripProfiles(half), kLeanStepDegrees);
  cv::rotate(half, half, cv::ROTATE_90_CLOCKWISE);
  const Lean upright = find_lean(StripProfiles(half), kLeanStepDegrees);
  const bool lying = upright.sharpness > level.sharpness;
  const double contrast =
      lying ? upright.sharpness / (level.sharpness + 1) : level.sharpness / (upright.sharpness + 1);
  const Votes votes =
      count_votes(levelled(letters, page.grey.size(), lying, (lying ? upright : level).degrees),
                  page.px_per_mm);
  const int turns = (lying ? 1 : 0) + (votes.down > votes.up ? 2 : 0);
  const double confidence =
      confidence_of(votes) * std::clamp((contrast - 1) / (kDirectionContrast - 1), 0.0, 1.0);
  draft.result.orientation_confidence = confidence;
  if (turns == 0) return;
  if (confidence < kConfidenceMin) {
    if (votes.up + votes.down >= kLinesOfDoubt) draft.result.findings.push_back(doubt(draft));
    return;
  }
  draft.result.quarter_turns = turns;
  constexpr cv::RotateFlags kTurns[] = {cv::ROTATE_90_CLOCKWISE, cv::ROTATE_180,
                                        cv::ROTATE_90_COUNTERCLOCKWISE};
  cv::rotate(draft.grey, draft.grey, kTurns[turns - 1]);
  draft.copies.forget();
}

namespace {

std::vector<ShapeRun> letters_of(const Reduced& page) {
  std::vector<ShapeRun> runs = find_runs(page.grey, kInk);
  const std::vector<InkShape> shapes = connect(runs);
  std::erase_if(runs, [&](const ShapeRun& run) {
    const cv::Rect& box = shapes[run.shape].box;
    const int larger = std::max(box.width, box.height);
    return larger < kLetterMmMin * page.px_per_mm || larger > kLetterMmMax * page.px_per_mm;
  });
  return runs;
}

// The letters at half their size, which is enough to see lines; more is darker.
cv::Mat half_of(const std::vector<ShapeRun>& letters, const cv::Size& page) {
  cv::Mat half = cv::Mat::zeros((page.height + 1) / 2, (page.width + 1) / 2, CV_8UC1);
  for (const ShapeRun& run : letters) {
    std::uint8_t* row = half.ptr<std::uint8_t>(run.y / 2);
    for (int x = run.x0; x < run.x1; ++x) row[x / 2] += kQuarterOfInk;
  }
  return half;
}

// The letters of lines that lie level.
std::vector<ShapeRun> levelled(const std::vector<ShapeRun>& letters, const cv::Size& page,
                               bool lying, double lean_degrees) {
  if (!lying && std::abs(lean_degrees) < kLeanDegreesMin) return letters;
  cv::Mat paper(page, CV_8UC1, cv::Scalar(255));
  for (const ShapeRun& run : letters) {
    std::fill_n(paper.ptr<std::uint8_t>(run.y) + run.x0, run.x1 - run.x0, std::uint8_t{0});
  }
  if (lying) cv::rotate(paper, paper, cv::ROTATE_90_CLOCKWISE);
  if (std::abs(lean_degrees) >= kLeanDegreesMin) {
    const cv::Point2f centre(paper.cols / 2.0F, paper.rows / 2.0F);
    const cv::Mat turn = cv::getRotationMatrix2D(centre, -lean_degrees, 1);
    cv::warpAffine(paper.clone(), paper, turn, paper.size(), cv::INTER_NEAREST, cv::BORDER_CONSTANT,
                   cv::Scalar(255));
  }
  return find_runs(paper, 1);
}

/// Ink of a line of text, row by row.
struct LineProfile {
  cv::Rect box;
  std::vector<int> ink;
};

std::vector<LineProfile> lines_of(const std::vector<ShapeRun>& letters, double px_per_mm) {
  const auto px = [&](double mm) { return std::max(1, cvRound(mm * px_per_mm)); };
  std::vector<ShapeRun> runs = bridge_gaps(letters, px(kWordGapMm) - 1);
  const std::vector<InkShape> shapes = connect(runs, px(kMarkGapMm));
  std::vector<LineProfile> profiles(shapes.size());
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    const cv::Rect& box = shapes[i].box;
    if (box.height < px(kLineMmMin) || box.height > px(kLineMmMax)) continue;
    if (box.width < kLineLengthMin * box.height) continue;
    profiles[i] = {box, std::vector<int>(static_cast<std::size_t>(box.height))};
  }
  for (const ShapeRun& run : runs) {
    LineProfile& profile = profiles[run.shape];
    if (!profile.ink.empty()) profile.ink[run.y - profile.box.y] += run.pixels;
  }
  std::erase_if(profiles, [](const LineProfile& profile) { return profile.ink.empty(); });
  return profiles;
}

Votes count_votes(const std::vector<ShapeRun>& letters, double px_per_mm) {
  Votes votes;
  for (const LineProfile& line : lines_of(letters, px_per_mm)) {
    const std::vector<int>& ink = line.ink;
    const double half = *std::max_element(ink.begin(), ink.end()) / 2.0;
    const auto is_body = [&](int row) { return row >= half; };
    const auto top = std::find_if(ink.begin(), ink.end(), is_body);
    const auto bottom = std::find_if(ink.rbegin(), ink.rend(), is_body).base();
    const double above = std::accumulate(ink.begin(), top, 0.0);
    const double below = std::accumulate(bottom, ink.end(), 0.0);
    votes.above += above;
    votes.below += below;
    if (above > kAsymmetryMin * below) ++votes.up;
    if (below > kAsymmetryMin * above) ++votes.down;
  }
  return votes;
}

double confidence_of(const Votes& votes) {
  const double asymmetry =
      std::abs(votes.above - votes.below) / std::max(1.0, votes.above + votes.below);
  // Ink and lines must agree on the direction.
  if ((votes.above > votes.below) != (votes.up > votes.down)) return 0;
  return std::min(1.0, asymmetry / kAsymmetrySure) *
         std::min(1.0, std::abs(votes.up - votes.down) / kVotesSure);
}

Finding doubt(const Draft& draft) {
  return {"page.orientation-doubtful",
          Severity::kWarning,
          name_of(draft.page.source),
          "the text seems to be turned, but not clearly enough to turn the page",
          "look at the page and turn the scan if it is not upright",
          std::nullopt};
}

}  // namespace

}  // namespace sohoa
