#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/bytes.h"
#include "pipeline/base/digest.h"
#include "pipeline/base/spool.h"
#include "pipeline/package/zip/deflater.h"
#include "pipeline/package/zip/zip_reader.h"

namespace sohoa {

/// One file of the package that is to be. It waits in a spool as the zip will have it: text is
/// deflated, images and PDFs are stored.
struct PackageFile {
  std::string path;  // inside the package, '/' between folders
  std::uint64_t bytes = 0;
  std::string sha256;
  std::optional<std::uint32_t> deflated_crc32;  // of the bytes; set when they wait deflated
  std::vector<Spool::Piece> pieces;
};

/// How a file waits: deflated when its name says that this pays, or as it is.
enum class Packing { kByName, kStored };

/// A file that grows by pieces, packed while it does: that leaves less to do when all is there.
class PackageFileBuilder {
 public:
  PackageFileBuilder(std::string path, Spool& spool, Packing packing = Packing::kByName);

  void add(ByteView bytes);
  PackageFile finish();

 private:
  void keep(ByteView packed);

  PackageFile file_;
  Sha256 digest_;
  std::optional<Deflater> deflater_;
  Spool* spool_;
};

PackageFile package_file(const std::string& path, ByteView bytes, Spool& spool);

/// A copy of a file on disk. One that deflates so well that a reader would take it for a zip bomb,
/// as the scan of a blank page does, is stored. Errors: Error (kInput), Error (kOutput).
PackageFile package_copy(const std::string& path, const std::filesystem::path& source,
                         Spool& spool);

/// A copy of an entry of another zip, which was found honest; stored if it is stored there.
PackageFile package_copy(const std::string& path, const ZipReader& zip, const ZipEntry& source,
                         Spool& spool);

}  // namespace sohoa
