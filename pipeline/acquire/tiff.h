#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "pipeline/acquire/source_image.h"
#include "pipeline/acquire/tiff_handle.h"

namespace sohoa {

/// A TIFF file (TIFF 6.0 and its technical notes, BigTIFF; libtiff) and its pages: all images but
/// thumbnails. A fax page in one strip, and a JPEG page in one strip, keep their coding; all else
/// is stored again without loss. Errors: Error (kInput).
class TiffFile {
 public:
  TiffFile(const std::filesystem::path& path, const std::string& name);

  int page_count() const { return static_cast<int>(directories_.size()); }
  /// Of the file as a whole.
  const std::vector<Finding>& findings() const { return findings_; }
  /// `number` from 1.
  SourceImage read(const DecodeTask& task, int number);

 private:
  TiffHandle tiff_;
  std::vector<std::uint64_t> directories_;  // offsets
  std::vector<Finding> findings_;
};

}  // namespace sohoa
