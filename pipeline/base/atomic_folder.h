#pragma once

#include <filesystem>

namespace sohoa {

/// Makes a folder appear at `target` whole or not at all: fill `path()`, then `commit()`. Until
/// then it has a hidden name beside the target, and goes with the object; what a killed process
/// left behind, the next AtomicFolder for that target removes. Errors: Error (kOutput), also when
/// something is at `target` already.
class AtomicFolder {
 public:
  explicit AtomicFolder(const std::filesystem::path& target);
  ~AtomicFolder();
  AtomicFolder(const AtomicFolder&) = delete;
  AtomicFolder& operator=(const AtomicFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  /// What is in it must have been flushed.
  void commit();

 private:
  std::filesystem::path target_;
  std::filesystem::path path_;
  bool committed_ = false;
};

}  // namespace sohoa
