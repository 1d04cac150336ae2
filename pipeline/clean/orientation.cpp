#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "pipeline/clean/profiles.h"
#include "pipeline/clean/reduced.h"
#include "pipeline/clean/steps.h"

namespace sohoa {

namespace {

constexpr double kSearchDpi = 150;
constexpr int kInk = 160;  // of 255
constexpr double kLetterMmMin = 0.5;
constexpr double kLetterMmMax = 9;  // larger shapes are rules, frames and pictures
constexpr double kLeanStepDegrees = 0.5;

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

cv::Mat letters_of(const cv::Mat& ink, double px_per_mm);
Lean lean_of(const cv::Mat& letters);

/// Ink over the x-height and under the baseline, and lines with clearly more of one of them.
struct Votes {
  double above = 0;
  double below = 0;
  int up = 0;
  int down = 0;
};

Votes count_votes(const cv::Mat& letters, double lean_degrees, double px_per_mm);
double confidence_of(const Votes& votes);
Finding doubt(const Draft& draft);

}  // namespace

/// Lines of text make rows differ more than columns; that tells lying pages. Latin letters have
/// more ink above the x-height than below the baseline, and Vietnamese ones, with their tone marks,
/// much more (on real pages twice to three times as much); that tells pages upside down.
void find_orientation(Draft& draft) {
  if (draft.result.quality.blank || !draft.settings.rotate) return;
  const Reduced page = reduced(draft, kSearchDpi);
  const cv::Mat letters = letters_of(ink_mask(page.grey, kInk), page.px_per_mm);
  cv::Mat turned;
  cv::rotate(letters, turned, cv::ROTATE_90_CLOCKWISE);
  const Lean level = lean_of(letters);
  const Lean upright = lean_of(turned);
  const bool lying = upright.sharpness > level.sharpness;
  const double contrast =
      lying ? upright.sharpness / (level.sharpness + 1) : level.sharpness / (upright.sharpness + 1);
  const Votes votes =
      count_votes(lying ? turned : letters, (lying ? upright : level).degrees, page.px_per_mm);
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
}

namespace {

cv::Mat letters_of(const cv::Mat& ink, double px_per_mm) {
  cv::Mat labels, stats, centres;
  const int count = cv::connectedComponentsWithStats(ink, labels, stats, centres, 8, CV_32S);
  std::vector<std::uint8_t> is_letter(static_cast<std::size_t>(count));
  for (int i = 1; i < count; ++i) {
    const int* s = stats.ptr<int>(i);
    const int larger = std::max(s[cv::CC_STAT_WIDTH], s[cv::CC_STAT_HEIGHT]);
    is_letter[i] = larger >= kLetterMmMin * px_per_mm && larger <= kLetterMmMax * px_per_mm;
  }
  cv::Mat letters(ink.size(), CV_8UC1);
  for (int y = 0; y < ink.rows; ++y) {
    const int* label = labels.ptr<int>(y);
    std::uint8_t* out = letters.ptr<std::uint8_t>(y);
    for (int x = 0; x < ink.cols; ++x) out[x] = is_letter[label[x]] != 0 ? 255 : 0;
  }
  return letters;
}

Lean lean_of(const cv::Mat& letters) {
  cv::Mat half;
  cv::resize(letters, half, {(letters.cols + 1) / 2, (letters.rows + 1) / 2}, 0, 0, cv::INTER_AREA);
  return find_lean(StripProfiles(half), kLeanStepDegrees);
}

cv::Mat levelled(const cv::Mat& letters, double degrees) {
  if (std::abs(degrees) < 0.25) return letters;
  const cv::Point2f centre(letters.cols / 2.0F, letters.rows / 2.0F);
  cv::Mat level;
  cv::warpAffine(letters, level, cv::getRotationMatrix2D(centre, -degrees, 1), letters.size(),
                 cv::INTER_NEAREST);
  return level;
}

Votes count_votes(const cv::Mat& letters, double lean_degrees, double px_per_mm) {
  const cv::Mat level = levelled(letters, lean_degrees);
  const auto px = [&](double mm) { return std::max(1, cvRound(mm * px_per_mm)); };
  cv::Mat lines;
  cv::morphologyEx(level, lines, cv::MORPH_CLOSE, cv::Mat::ones(1, px(kWordGapMm), CV_8UC1));
  cv::morphologyEx(lines, lines, cv::MORPH_CLOSE, cv::Mat::ones(px(kMarkGapMm) + 1, 1, CV_8UC1));
  cv::Mat labels, stats, centres;
  const int count = cv::connectedComponentsWithStats(lines, labels, stats, centres);
  Votes votes;
  for (int i = 1; i < count; ++i) {
    const int* s = stats.ptr<int>(i);
    const cv::Rect box(s[cv::CC_STAT_LEFT], s[cv::CC_STAT_TOP], s[cv::CC_STAT_WIDTH],
                       s[cv::CC_STAT_HEIGHT]);
    if (box.height < px(kLineMmMin) || box.height > px(kLineMmMax)) continue;
    if (box.width < kLineLengthMin * box.height) continue;
    cv::Mat own, sums;
    cv::bitwise_and(level(box), labels(box) == i, own);
    cv::reduce(own, sums, 1, cv::REDUCE_SUM, CV_32F);
    const float* p = sums.ptr<float>();
    const float half = *std::max_element(p, p + box.height) / 2;
    int top = 0;
    while (p[top] < half) ++top;
    int bottom = box.height - 1;
    while (p[bottom] < half) --bottom;
    double above = 0;
    double below = 0;
    for (int y = 0; y < top; ++y) above += p[y] / 255;
    for (int y = bottom + 1; y < box.height; ++y) below += p[y] / 255;
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
