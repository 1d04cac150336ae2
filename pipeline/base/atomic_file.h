#pragma once

#include <filesystem>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// Makes a file appear at `target` whole or not at all: write to `path()`, then `commit()`: fsync
/// of the file, rename, fsync of the folder. Until then the file has no name (O_TMPFILE), so that a
/// killed process leaves nothing; on a file system without such files it has a hidden name in the
/// target's folder, which the next AtomicFile for that target removes when its process is gone.
/// A file that is replaced leaves its mode to the new one; a symbolic link is followed.
/// Errors: Error (kOutput).
class AtomicFile {
 public:
  explicit AtomicFile(const std::filesystem::path& target);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  /// For opening and writing only: nothing may be renamed to it or lie beside it.
  const std::filesystem::path& path() const { return path_; }
  const std::filesystem::path& target() const { return target_; }
  void write(ByteView bytes);
  void commit();

 private:
  void give_name();
  void keep_mode();

  std::filesystem::path target_;
  std::filesystem::path hidden_;  // the name before the last rename
  std::filesystem::path path_;
  int descriptor_ = -1;
  bool named_ = false;  // whether `hidden_` exists
};

/// A whole file by AtomicFile.
void write_file(const std::filesystem::path& target, ByteView bytes);

/// The folder that a file lies in, "." for a bare name.
std::filesystem::path folder_of(const std::filesystem::path& file);

/// fsync of a file or folder by name; throws Error (kOutput).
void sync_to_disk(const std::filesystem::path& path);

}  // namespace sohoa
