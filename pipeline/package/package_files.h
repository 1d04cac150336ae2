#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/base/bytes.h"
#include "pipeline/base/digest.h"
#include "pipeline/base/spool.h"

namespace sohoa {

/// One file of the package that is to be; its bytes wait in a spool.
struct PackageFile {
  std::string path;  // inside the package, '/' between folders
  std::uint64_t bytes = 0;
  std::string sha256;
  std::vector<Spool::Piece> pieces;
};

/// A file that grows by pieces.
class PackageFileBuilder {
 public:
  PackageFileBuilder(std::string path, Spool& spool);

  void add(ByteView bytes);
  /// All bytes of a file on disk. Errors: Error (kInput), Error (kOutput).
  void add_file(const std::filesystem::path& file);
  PackageFile finish();

 private:
  PackageFile file_;
  Sha256 digest_;
  Spool* spool_;
};

PackageFile package_file(const std::string& path, ByteView bytes, Spool& spool);

}  // namespace sohoa
