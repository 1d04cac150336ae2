#pragma once

#include <functional>
#include <string>

#include "models/record/page.h"

namespace sohoa {

/// One page is done, in page order.
struct PageDone {
  PageSource source;
  int sequence = 0;  // from 1
  int page_count = 0;
  int word_count = 0;
  double mean_confidence = 0;
  std::string state;  // "read", "copied", "blank", "failed"
};

/// Hears of progress on the thread that called the job.
using ProgressListener = std::function<void(const PageDone&)>;

}  // namespace sohoa
