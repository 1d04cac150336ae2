#pragma once

#include <opencv2/core.hpp>
#include <string>
#include <vector>

#include "pipeline/clean/clean.h"

namespace sohoa::test {

/// A white A4 sheet to draw on, RGB.
class DrawnPage {
 public:
  explicit DrawnPage(double dpi = 200);

  int px(double mm) const;
  cv::Mat& sheet() { return sheet_; }

  /// Paragraphs of letters with marks above and dots below, as Vietnamese text has them.
  void write_paragraphs(int lines, const cv::Scalar& colour = {0, 0, 0});
  void write_line(double x_mm, double y_mm, const std::string& text,
                  const cv::Scalar& colour = {0, 0, 0});
  /// Two rings with a star of lines in them.
  void stamp(double x_mm, double y_mm, double radius_mm, const cv::Scalar& colour);

  /// The sheet after turning it counter-clockwise, as a crooked scan has it.
  void lean(double degrees);

  ScannedPage scan() const;
  ScannedPage grey_scan() const;
  /// The two levels of a black-and-white scanner.
  ScannedPage bilevel_scan() const;

 private:
  double dpi_;
  cv::Mat sheet_;
};

inline const cv::Scalar kRed{205, 45, 55};
inline const cv::Scalar kBlue{40, 60, 170};

ScannedPage scan_of(const cv::Mat& pixels, Resolution dpi);
ScannedPage turned(const ScannedPage& page, int quarter_turns_clockwise);

/// Only these steps.
CleanSettings only(const std::vector<std::string>& names);

/// The cleaned pixels, as a view.
cv::Mat pixels_of(const CleanPage& page);
bool has_finding(const CleanPage& page, const std::string& code);

}  // namespace sohoa::test
