#pragma once

#include <filesystem>
#include <optional>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/temporary_folder.h"

namespace sohoa {

/// One product on its way to a file, or to standard output when its destination is "-". Write it at
/// `path()`, then `commit()`: it arrives whole or not at all. Errors: Error (kOutput).
class Delivery {
 public:
  explicit Delivery(const std::filesystem::path& destination);

  const std::filesystem::path& path() const { return path_; }
  void write(ByteView bytes);  // all of a product that is in memory
  void commit();

 private:
  std::optional<AtomicFile> file_;
  std::optional<TemporaryFolder> folder_;  // of a product for standard output
  std::filesystem::path path_;
};

/// True for the name that stands for standard output.
bool is_standard_output(const std::filesystem::path& destination);

}  // namespace sohoa
