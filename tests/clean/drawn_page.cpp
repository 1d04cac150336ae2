#include "tests/clean/drawn_page.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace sohoa::test {

namespace {

constexpr double kLineMm = 7;
const std::vector<std::string> kTexts = {
    "Uy ban nhan dan thanh pho de nghi cac don vi bao cao ket qua",
    "thuc hien trong thang nay va gui ho so kem theo dung han cho",
    "bo phan tiep nhan, neu thieu thi bo sung trong bay ngay lam",
    "viec ke tu ngay nhan duoc thong bao nay; xin tran trong cam on"};

}  // namespace

DrawnPage::DrawnPage(double dpi)
    : dpi_(dpi), sheet_(px(297), px(210), CV_8UC3, cv::Scalar::all(255)) {}

int DrawnPage::px(double mm) const { return cvRound(mm * dpi_ / 25.4); }

void DrawnPage::write_line(double x_mm, double y_mm, const std::string& text,
                           const cv::Scalar& colour) {
  const double size = dpi_ / 200;
  const int pen = std::max(1, cvRound(2 * size));
  const cv::Point start(px(x_mm), px(y_mm));
  cv::putText(sheet_, text, start, cv::FONT_HERSHEY_COMPLEX, 0.85 * size, colour, pen, cv::LINE_AA);
  int ignored = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != 'a' && text[i] != 'e' && text[i] != 'o') continue;
    const int x = start.x + cv::getTextSize(text.substr(0, i), cv::FONT_HERSHEY_COMPLEX,
                                            0.85 * size, pen, &ignored)
                                .width;
    const cv::Point roof(x + px(0.9), start.y - px(2.9));
    cv::line(sheet_, roof + cv::Point(-px(0.5), px(0.5)), roof, colour, pen, cv::LINE_AA);
    cv::line(sheet_, roof + cv::Point(px(0.5), px(0.5)), roof, colour, pen, cv::LINE_AA);
    if (i % 3 == 0) {
      cv::circle(sheet_, {x + px(0.9), start.y + px(0.8)}, std::max(1, px(0.2)), colour, -1);
    }
  }
}

void DrawnPage::write_paragraphs(int lines, const cv::Scalar& colour) {
  for (int i = 0; i < lines; ++i)
    write_line(30, 40 + i * kLineMm, kTexts[i % kTexts.size()], colour);
}

void DrawnPage::stamp(double x_mm, double y_mm, double radius_mm, const cv::Scalar& colour) {
  const cv::Point centre(px(x_mm), px(y_mm));
  for (const double ring : {1.0, 0.9}) {
    cv::circle(sheet_, centre, px(radius_mm * ring), colour, px(0.7), cv::LINE_AA);
  }
  for (int i = 0; i < 5; ++i) {
    const double angle = i * CV_PI / 5;
    const cv::Point arm(cvRound(px(radius_mm * 0.6) * std::cos(angle)),
                        cvRound(px(radius_mm * 0.6) * std::sin(angle)));
    cv::line(sheet_, centre - arm, centre + arm, colour, px(1.2), cv::LINE_AA);
  }
}

void DrawnPage::lean(double degrees) {
  const cv::Point2f centre(sheet_.cols / 2.0F, sheet_.rows / 2.0F);
  cv::warpAffine(sheet_.clone(), sheet_, cv::getRotationMatrix2D(centre, degrees, 1), sheet_.size(),
                 cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar::all(255));
}

ScannedPage DrawnPage::scan() const { return scan_of(sheet_, {dpi_, dpi_}); }

ScannedPage DrawnPage::grey_scan() const {
  cv::Mat grey;
  cv::cvtColor(sheet_, grey, cv::COLOR_RGB2GRAY);
  return scan_of(grey, {dpi_, dpi_});
}

ScannedPage DrawnPage::bilevel_scan() const {
  cv::Mat grey;
  cv::cvtColor(sheet_, grey, cv::COLOR_RGB2GRAY);
  return scan_of(grey > 128, {dpi_, dpi_});
}

ScannedPage scan_of(const cv::Mat& pixels, Resolution dpi) {
  ScannedPage page;
  page.source = {"drawn.png", 1};
  page.dpi = dpi;
  page.pixels.width = pixels.cols;
  page.pixels.height = pixels.rows;
  page.pixels.channels = pixels.channels();
  page.pixels.data.assign(pixels.datastart, pixels.dataend);
  return page;
}

ScannedPage turned(const ScannedPage& page, int quarter_turns_clockwise) {
  const Image& image = page.pixels;
  auto* data = const_cast<std::uint8_t*>(image.data.data());
  cv::Mat view(image.height, image.width, CV_8UC(image.channels), data);
  cv::Mat result = view.clone();
  for (int i = 0; i < quarter_turns_clockwise; ++i) {
    cv::rotate(result.clone(), result, cv::ROTATE_90_CLOCKWISE);
  }
  const bool lies = quarter_turns_clockwise % 2 != 0;
  ScannedPage other = scan_of(result.clone(), lies ? Resolution{page.dpi.y, page.dpi.x} : page.dpi);
  other.source = page.source;
  return other;
}

CleanSettings only(const std::vector<std::string>& names) {
  CleanSettings settings;
  for (const std::string& step : clean_step_names()) {
    if (std::count(names.begin(), names.end(), step) == 0) settings.off.push_back(step);
  }
  return settings;
}

cv::Mat pixels_of(const CleanPage& page) {
  auto* data = const_cast<std::uint8_t*>(page.pixels.data.data());
  return {page.pixels.height, page.pixels.width, CV_8UC1, data};
}

bool has_finding(const CleanPage& page, const std::string& code) {
  return std::any_of(page.findings.begin(), page.findings.end(),
                     [&](const Finding& finding) { return finding.code == code; });
}

}  // namespace sohoa::test
