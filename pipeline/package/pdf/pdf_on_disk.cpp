#include "pipeline/package/pdf/pdf_on_disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "pipeline/base/error.h"

namespace sohoa {

PdfOnDisk PdfOnDisk::open(const std::filesystem::path& path) {
  auto file = std::make_unique<const Descriptor>(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file->number() < 0) throw input_error(path.string(), errno);
  struct stat status {};
  if (::fstat(file->number(), &status) != 0) throw input_error(path.string(), errno);
  if (!S_ISREG(status.st_mode)) {
    throw Error(ExitCode::kInput, path.string(), "is not a file", "check that it is a PDF file");
  }
  return {std::move(file), path, status.st_size};
}

PdfOnDisk::PdfOnDisk(std::unique_ptr<const Descriptor> file, const std::filesystem::path& path,
                     long long size)
    : PdfBytes(path.string(), size), file_(std::move(file)) {}

std::size_t PdfOnDisk::read_inside(std::uint64_t offset, std::span<std::uint8_t> out) const {
  std::size_t done = 0;
  while (done < out.size()) {
    const ssize_t got = ::pread(file_->number(), out.data() + done, out.size() - done,
                                static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw input_error(name(), errno);
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  return done;
}

}  // namespace sohoa
