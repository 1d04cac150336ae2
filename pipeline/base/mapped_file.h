#pragma once

#include <filesystem>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// A file of the program's own as memory, read as it is touched and shared by all who map it. Not
/// for a user's files: one that is cut short while it is mapped ends the process.
class MappedFile {
 public:
  /// Throws Error (kDependency) when it cannot be read.
  explicit MappedFile(const std::filesystem::path& file);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  ByteView bytes() const { return bytes_; }

 private:
  ByteView bytes_;
};

}  // namespace sohoa
