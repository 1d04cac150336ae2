#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "models/record/package.h"
#include "pipeline/base/atomic_file.h"
#include "pipeline/base/temporary_folder.h"

namespace sohoa {

/// One product on its way to a file, or to standard output when its destination is "-". Write it at
/// `path()`, then `commit()`: it arrives whole or not at all. Errors: Error (kOutput).
class Delivery {
 public:
  explicit Delivery(const std::filesystem::path& destination);

  const std::filesystem::path& path() const { return path_; }
  const std::filesystem::path& destination() const { return destination_; }
  /// Where the product's own temporary files belong: on the disk that must have room for it anyway.
  std::filesystem::path work_folder() const;

  void write(ByteView bytes);  // all of a product that is in memory
  /// Calls `writer` with `path()`; an error about that path then names the destination.
  void write_by(const std::function<void(const std::filesystem::path&)>& writer);
  void commit();

 private:
  std::filesystem::path destination_;
  std::optional<AtomicFile> file_;
  std::optional<TemporaryFolder> folder_;  // of a product for standard output
  std::filesystem::path path_;
};

/// Hands over a package that was written and verified at `delivery.path()`. Errors: Error
/// (kOutput).
Receipt deliver(const Package& package, Delivery& delivery);

/// True for the name that stands for standard output.
bool is_standard_output(const std::filesystem::path& destination);

}  // namespace sohoa
