#pragma once

#include <string>

#include "models/record/page.h"

namespace sohoa {

/// What the text formats say of the image beside the words.
struct TextFormatContext {
  std::string file_name;     // of the page's image, as it is named in the package
  std::string image_sha256;  // of the master's stream; empty: left out
  std::string program_version;
  std::string job_time;  // ISO 8601; empty: left out
  int page_number = 1;
};

/// ALTO 4.4 (http://www.loc.gov/standards/alto/ns-v4#), in upright px, WC in 0 … 1.
std::string alto_of(const TextPage& page, const TextFormatContext& context);

/// hOCR 1.2, one page.
std::string hocr_of(const TextPage& page, const TextFormatContext& context);

}  // namespace sohoa
