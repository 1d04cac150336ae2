#pragma once

#include <filesystem>
#include <fstream>
#include <vector>

#include "samples/scan.h"

namespace sohoa {

/// Writes a PDF 1.4 as a scanner does: one image a page, nothing else, nothing embedded twice.
/// Pages go to disk as they come.
class ScanPdf {
 public:
  explicit ScanPdf(const std::filesystem::path& target);

  void add(const Scan& page);
  /// Cross-reference table and trailer. Throws Error (kOutput).
  void finish();

 private:
  void begin_object(int number);
  void write(const std::string& text);

  std::filesystem::path target_;
  std::ofstream file_;
  std::vector<std::streamoff> offsets_;  // of objects from number 1
  int pages_ = 0;
};

}  // namespace sohoa
