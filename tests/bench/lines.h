#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/base/json.h"

namespace sohoa::test {

/// What one engine needs for the lines.
struct LineFigures {
  std::string engine;
  double ms = 0;   // of processor time, for all lines; the median of the runs
  double bar = 0;  // how many times as fast as libtesseract it must be; 0: none
};

struct LineTimes {
  int pages = 0;
  int lines = 0;
  int runs = 0;
  std::vector<LineFigures> engines;  // libtesseract first
};

/// The lines of the first pages, recognized page by page on this thread, by libtesseract and by the
/// batch engine with each kernel that this processor has.
LineTimes measure_lines(const std::vector<std::filesystem::path>& images, int runs);

std::string table_of(const LineTimes& times);
void add_to(Json& json, const LineTimes& times);

}  // namespace sohoa::test
