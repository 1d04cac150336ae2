#include "cli/progress_printer.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

#include "cli/json_lines.h"
#include "pipeline/base/log.h"

namespace sohoa {

namespace {

constexpr int kBarCells = 30;
constexpr char kClearLine[] = "\r\x1b[K";

void print(const std::string& text) {
  if (::write(STDERR_FILENO, text.data(), text.size()) < 0) return;
}

std::string clock_text(double seconds) {
  const int whole = static_cast<int>(std::lround(seconds));
  char text[32];
  if (whole < 3600) {
    std::snprintf(text, sizeof text, "%d:%02d", whole / 60, whole % 60);
  } else {
    std::snprintf(text, sizeof text, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }
  return text;
}

}  // namespace

ProgressPrinter::ProgressPrinter(const Talk& talk)
    : talk_(talk), terminal_(::isatty(STDERR_FILENO) == 1) {}

void ProgressPrinter::show(const PageDone& page) {
  if (talk_.json) print_json_line(json_of(page));
  if (talk_.level == LogLevel::kVerbose) {
    clear();
    log_detail(name_of(page.source) + ": " + page.state + ", " + std::to_string(page.word_count) +
               " words");
  }
  if (terminal_ && !talk_.json && talk_.level != LogLevel::kQuiet) draw_bar(page);
}

void ProgressPrinter::clear() {
  if (bar_shown_) print(kClearLine);
  bar_shown_ = false;
}

double ProgressPrinter::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

void ProgressPrinter::draw_bar(const PageDone& page) {
  const int filled = kBarCells * page.sequence / std::max(page.page_count, 1);
  const double each = seconds() / page.sequence;
  std::string bar;
  for (int cell = 0; cell < kBarCells; ++cell) bar += cell < filled ? "█" : "░";
  char rate[32];
  std::snprintf(rate, sizeof rate, "%.1f pages/s", 1 / std::max(each, 1e-6));
  print(kClearLine + bar + " " + std::to_string(page.sequence) + "/" +
        std::to_string(page.page_count) + " pages, " + rate + ", " +
        clock_text(each * (page.page_count - page.sequence)) + " left");
  bar_shown_ = true;
}

}  // namespace sohoa
