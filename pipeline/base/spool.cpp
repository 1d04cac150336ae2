#include "pipeline/base/spool.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>

#include "pipeline/base/error.h"
#include "pipeline/base/file.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

int open_nameless(const fs::path& folder) {
  int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor >= 0) return descriptor;
  // Some network file systems have no O_TMPFILE: a named file, unlinked at once, serves as well.
  std::string name = (folder / "sohoa-XXXXXX").string();
  descriptor = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor >= 0) ::unlink(name.c_str());
  return descriptor;
}

}  // namespace

Spool::Spool(const fs::path& folder) {
  const fs::path where = folder.empty() ? temporary_folder_of_system() : folder;
  descriptor_ = open_nameless(where);
  if (descriptor_ < 0) throw output_error(where.string(), errno);
}

Spool::~Spool() { ::close(descriptor_); }

Spool::Piece Spool::append(ByteView bytes) {
  const Piece piece{size_, bytes.size()};
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t written = ::pwrite(descriptor_, bytes.data() + done, bytes.size() - done,
                                     static_cast<off_t>(size_ + done));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw output_error("temporary file", errno);
    done += static_cast<std::size_t>(written);
  }
  size_ += bytes.size();
  return piece;
}

Bytes Spool::read(Piece piece) const {
  Bytes bytes(piece.size);
  if (read_at(piece.offset, bytes) != piece.size) throw output_error("temporary file", EIO);
  return bytes;
}

fs::path Spool::path() const {
  return "/proc/" + std::to_string(::getpid()) + "/fd/" + std::to_string(descriptor_);
}

std::size_t Spool::read_at(std::uint64_t offset, std::span<std::uint8_t> out) const {
  std::size_t filled = 0;
  while (filled < out.size()) {
    const ssize_t got = ::pread(descriptor_, out.data() + filled, out.size() - filled,
                                static_cast<off_t>(offset + filled));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw output_error("temporary file", errno);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  return filled;
}

}  // namespace sohoa
