#pragma once

#include <chrono>

#include "cli/command_line.h"
#include "pipeline/run/progress.h"

namespace sohoa {

/// Shows the progress of a job: a bar with the time left on a terminal, a line a page when verbose,
/// JSON lines when asked for.
class ProgressPrinter {
 public:
  explicit ProgressPrinter(const Talk& talk);

  void show(const PageDone& page);
  /// Takes the bar off the screen.
  void clear();
  double seconds() const;

 private:
  void draw_bar(const PageDone& page);

  Talk talk_;
  bool terminal_ = false;
  bool bar_shown_ = false;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace sohoa
