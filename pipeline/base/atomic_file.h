#pragma once

#include <filesystem>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// Makes a file appear at `target` whole or not at all: write to `path()` (same folder, hidden
/// name), then `commit()`: fsync of the file, rename, fsync of the folder. Without commit, and
/// after any failure, nothing stays behind. Leftovers of killed runs of this machine for the same
/// target are removed by the next AtomicFile. Errors: Error (kOutput).
class AtomicFile {
 public:
  explicit AtomicFile(std::filesystem::path target);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  const std::filesystem::path& path() const { return temporary_; }
  const std::filesystem::path& target() const { return target_; }
  void write(ByteView bytes);
  void commit();

 private:
  void close_file();

  std::filesystem::path target_;
  std::filesystem::path temporary_;
  int descriptor_ = -1;
};

/// A whole file by AtomicFile.
void write_file(const std::filesystem::path& target, ByteView bytes);

/// fsync of a file or folder by name; throws Error (kOutput).
void sync_to_disk(const std::filesystem::path& path);

}  // namespace sohoa
