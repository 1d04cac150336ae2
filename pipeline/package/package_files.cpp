#include "pipeline/package/package_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "pipeline/base/descriptor.h"
#include "pipeline/base/error.h"

namespace sohoa {

namespace {

constexpr std::size_t kCopyBytes = 1 << 18;

}  // namespace

PackageFileBuilder::PackageFileBuilder(std::string path, Spool& spool) : spool_(&spool) {
  file_.path = std::move(path);
}

void PackageFileBuilder::add(ByteView bytes) {
  if (bytes.empty()) return;
  digest_.add(bytes);
  const Spool::Piece piece = spool_->append(bytes);
  file_.bytes += piece.size;
  // Pieces that follow each other are one: a file copied in pieces needs no long list.
  if (!file_.pieces.empty() &&
      file_.pieces.back().offset + file_.pieces.back().size == piece.offset) {
    file_.pieces.back().size += piece.size;
  } else {
    file_.pieces.push_back(piece);
  }
}

void PackageFileBuilder::add_file(const std::filesystem::path& file) {
  const Descriptor source(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (source.number() < 0) throw input_error(file.string(), errno);
  Bytes buffer(kCopyBytes);
  for (;;) {
    const ssize_t got = ::read(source.number(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw input_error(file.string(), errno);
    if (got == 0) return;
    add({buffer.data(), static_cast<std::size_t>(got)});
  }
}

PackageFile PackageFileBuilder::finish() {
  file_.sha256 = digest_.hex();
  return std::move(file_);
}

PackageFile package_file(const std::string& path, ByteView bytes, Spool& spool) {
  PackageFileBuilder builder(path, spool);
  builder.add(bytes);
  return builder.finish();
}

}  // namespace sohoa
