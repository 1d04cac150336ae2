#include "pipeline/package/zip/package_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>
#include <utility>

#include "pipeline/base/descriptor.h"
#include "pipeline/base/error.h"

namespace sohoa {

namespace {

constexpr std::size_t kCopyBytes = 1 << 18;
constexpr std::uint64_t kDeflateRatioMax = 100;  // ZipLimits takes twice that for a bomb

// What is worth deflating; PDFs and scans are packed already.
constexpr std::array<std::string_view, 9> kDeflated{".xml", ".xsd", ".txt", ".json", ".bmp",
                                                    ".pnm", ".ppm", ".pgm", ".pbm"};

bool is_deflated(const std::string& path) {
  return std::any_of(kDeflated.begin(), kDeflated.end(),
                     [&](std::string_view end) { return path.ends_with(end); });
}

void add_file(const std::filesystem::path& file, PackageFileBuilder& builder) {
  const Descriptor source(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (source.number() < 0) throw input_error(file.string(), errno);
  Bytes buffer(kCopyBytes);
  for (;;) {
    const ssize_t got = ::read(source.number(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw input_error(file.string(), errno);
    if (got == 0) return;
    builder.add({buffer.data(), static_cast<std::size_t>(got)});
  }
}

std::uint64_t packed_bytes(const PackageFile& file) {
  std::uint64_t bytes = 0;
  for (const Spool::Piece& piece : file.pieces) bytes += piece.size;
  return bytes;
}

}  // namespace

PackageFileBuilder::PackageFileBuilder(std::string path, Spool& spool, Packing packing)
    : spool_(&spool) {
  if (packing == Packing::kByName && is_deflated(path)) deflater_.emplace();
  file_.path = std::move(path);
}

void PackageFileBuilder::add(ByteView bytes) {
  digest_.add(bytes);
  file_.bytes += bytes.size();
  if (deflater_) {
    deflater_->add(bytes, [this](ByteView packed) { keep(packed); });
  } else {
    keep(bytes);
  }
}

void PackageFileBuilder::keep(ByteView packed) {
  if (packed.empty()) return;
  const Spool::Piece piece = spool_->append(packed);
  // Pieces that follow each other are one: a file copied in pieces needs no long list.
  if (!file_.pieces.empty() &&
      file_.pieces.back().offset + file_.pieces.back().size == piece.offset) {
    file_.pieces.back().size += piece.size;
  } else {
    file_.pieces.push_back(piece);
  }
}

PackageFile PackageFileBuilder::finish() {
  if (deflater_) {
    deflater_->finish([this](ByteView packed) { keep(packed); });
    file_.deflated_crc32 = deflater_->crc32();
  }
  file_.sha256 = digest_.hex();
  return std::move(file_);
}

PackageFile package_file(const std::string& path, ByteView bytes, Spool& spool) {
  PackageFileBuilder builder(path, spool);
  builder.add(bytes);
  return builder.finish();
}

PackageFile package_copy(const std::string& path, const std::filesystem::path& source,
                         Spool& spool) {
  PackageFile copy;
  for (const Packing packing : {Packing::kByName, Packing::kStored}) {
    PackageFileBuilder builder(path, spool, packing);
    add_file(source, builder);
    copy = builder.finish();
    if (copy.bytes / kDeflateRatioMax <= packed_bytes(copy)) break;
  }
  return copy;
}

PackageFile package_copy(const std::string& path, const ZipReader& zip, const ZipEntry& source,
                         Spool& spool) {
  PackageFileBuilder builder(path, spool, source.stored ? Packing::kStored : Packing::kByName);
  zip.read(source, [&](ByteView piece) { builder.add(piece); });
  return builder.finish();
}

}  // namespace sohoa
