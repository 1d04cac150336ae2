#include "pipeline/clean/clean.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "pipeline/base/error.h"
#include "pipeline/clean/steps.h"

namespace sohoa {

namespace {

struct Step {
  const char* name;
  void (*run)(Draft&);
};

constexpr std::array kSteps = {
    // Needs the scanner's own colours, so before anything changes the pixels.
    Step{"inks", separate_inks},
    // Every later step measures lengths, so they need as many px a millimetre down as across.
    Step{"square-pixels", square_pixels},
    // Black edges would pull the estimate of the paper's white down beside them.
    Step{"borders", remove_borders},
    // Of the scanner's work, so before ours; without the dark beside the paper.
    Step{"quality", measure_quality},
    // Paper is brought to one white before anything looks for ink.
    Step{"background", flatten_background},
    // Long thin lines first, because what they leave behind are specks.
    Step{"feeder-lines", remove_feeder_lines},
    Step{"specks", remove_specks},
    // Dust, borders and shine-through are gone: what is left is on the page.
    Step{"blank", measure_blank},
    // Blank pages are not turned.
    Step{"orientation", find_orientation},
    // Says left and right of the upright page.
    Step{"cut-edges", find_cut_edges},
    // Lines of text can be measured once they lie level.
    Step{"skew", find_skew},
    // Last, because it takes from edges the sharpness that the measurements want.
    Step{"smooth", smooth_bilevel},
};

void check_names(const std::vector<std::string>& off);
Draft open_draft(const ScannedPage& page, const CleanSettings& settings);
void place(Draft& draft);
void render(Draft& draft);

}  // namespace

std::vector<std::string> clean_step_names() {
  std::vector<std::string> names;
  for (const Step& step : kSteps) names.emplace_back(step.name);
  return names;
}

CleanPage clean_page(const ScannedPage& page, const CleanSettings& settings) {
  check_names(settings.off);
  Draft draft = open_draft(page, settings);
  for (const Step& step : kSteps) {
    const bool is_off = std::count(settings.off.begin(), settings.off.end(), step.name) > 0;
    if (!is_off) step.run(draft);
  }
  place(draft);
  render(draft);
  return std::move(draft.result);
}

namespace {

constexpr double kDpiFallback = 300;  // of a page that does not know
constexpr double kDpiMin = 20;
constexpr double kDpiMax = 4800;

void check_names(const std::vector<std::string>& off) {
  const std::vector<std::string> known = clean_step_names();
  for (const std::string& name : off) {
    if (std::count(known.begin(), known.end(), name) > 0) continue;
    std::string list;
    for (const std::string& step : known) list += (list.empty() ? "" : ", ") + step;
    throw Error(ExitCode::kUsage, "cleaning step '" + name + "'", "there is no such step",
                "choose from " + list);
  }
}

// OpenCV's own threads would fight with the workers, which take a page each.
void keep_to_one_thread() {
  static const bool once = [] {
    cv::setNumThreads(1);
    return true;
  }();
  static_cast<void>(once);
}

double credible_dpi(double dpi) { return dpi >= kDpiMin && dpi <= kDpiMax ? dpi : kDpiFallback; }

bool has_two_levels(const cv::Mat& grey) {
  for (int y = 0; y < grey.rows; ++y) {
    const std::uint8_t* row = grey.ptr<std::uint8_t>(y);
    // Without a way out of the inner loop, so that compilers take sixteen pixels at a time.
    std::uint8_t between = 0;
    for (int x = 0; x < grey.cols; ++x) between |= static_cast<std::uint8_t>(row[x] + 1) & 0xFE;
    if (between != 0) return false;
  }
  return true;
}

// The grey page lies in the result from the start, so most pages need no copy at the end.
cv::Mat make_pixels(Image& image, const cv::Size& size) {
  image = {size.width, size.height, 1, Bytes(static_cast<std::size_t>(size.area()))};
  return {size, CV_8UC1, image.data.data()};
}

Draft open_draft(const ScannedPage& page, const CleanSettings& settings) {
  keep_to_one_thread();
  const Image& image = page.pixels;
  if (image.empty()) {
    throw Error(ExitCode::kInput, name_of(page.source), "the page has no pixels", "scan it again");
  }
  Draft draft{page, settings};
  auto* data = const_cast<std::uint8_t*>(image.data.data());
  const cv::Mat view(image.height, image.width, image.channels == 3 ? CV_8UC3 : CV_8UC1, data);
  draft.grey = make_pixels(draft.result.pixels, view.size());
  if (image.channels == 3) {
    draft.colour = view;
    cv::cvtColor(view, draft.grey, cv::COLOR_RGB2GRAY);
  } else {
    view.copyTo(draft.grey);
  }
  draft.bilevel = draft.colour.empty() && has_two_levels(draft.grey);
  draft.dpi = std::max(credible_dpi(page.dpi.x), credible_dpi(page.dpi.y));
  return draft;
}

// The three pixel grids, as matrices between edges of pixels (a pixel's centre is at +0.5).
void place(Draft& draft) {
  CleanPage& result = draft.result;
  const Image& scan = draft.page.pixels;
  const bool lying = result.quarter_turns % 2 != 0;
  result.upright_width = lying ? scan.height : scan.width;
  result.upright_height = lying ? scan.width : scan.height;
  const Resolution dpi{credible_dpi(draft.page.dpi.x), credible_dpi(draft.page.dpi.y)};
  result.upright_dpi = lying ? Resolution{dpi.y, dpi.x} : dpi;
  const Matrix turn = quarter_turn_matrix(result.quarter_turns, scan.width, scan.height);
  for (const Box& seal : draft.seals) result.seals.push_back(turn * seal);
}

void turn(const cv::Mat& grey, const Matrix& to_clean, cv::Mat& target);

void render(Draft& draft) {
  CleanPage& result = draft.result;
  const cv::Mat& grey = draft.grey;
  const double radians = draft.turn_degrees * CV_PI / 180;
  const double cosine = std::cos(radians);
  const double sine = std::sin(radians);
  const double width = std::round(grey.cols * cosine + grey.rows * std::abs(sine));
  const double height = std::round(grey.rows * cosine + grey.cols * std::abs(sine));

  // Square px → clean px: about the centre, clockwise by what the text leans counter-clockwise.
  Matrix to_clean{cosine, sine, -sine, cosine, 0, 0};
  const Point centre = to_clean * Point{grey.cols / 2.0, grey.rows / 2.0};
  to_clean.e = width / 2 - centre.x;
  to_clean.f = height / 2 - centre.y;

  const Matrix to_upright_scale{static_cast<double>(result.upright_width) / grey.cols,  0, 0,
                                static_cast<double>(result.upright_height) / grey.rows, 0, 0};
  result.to_upright = then(inverse(to_clean), to_upright_scale);
  result.dpi = draft.dpi;

  const bool is_in_place = grey.data == result.pixels.data.data();
  if (draft.turn_degrees == 0 && is_in_place) return;
  Image pixels;
  cv::Mat target = make_pixels(pixels, {static_cast<int>(width), static_cast<int>(height)});
  if (draft.turn_degrees == 0) {
    grey.copyTo(target);
  } else {
    turn(grey, to_clean, target);
  }
  result.pixels = std::move(pixels);
}

void turn(const cv::Mat& grey, const Matrix& to_clean, cv::Mat& target) {
  const Matrix between_centres =
      then(then({1, 0, 0, 1, 0.5, 0.5}, to_clean), {1, 0, 0, 1, -0.5, -0.5});
  const cv::Matx23d warp(between_centres.a, between_centres.c, between_centres.e, between_centres.b,
                         between_centres.d, between_centres.f);
  cv::warpAffine(grey, target, warp, target.size(), cv::INTER_CUBIC, cv::BORDER_CONSTANT,
                 cv::Scalar(255));
}

}  // namespace

}  // namespace sohoa
