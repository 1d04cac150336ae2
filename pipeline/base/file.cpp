#include "pipeline/base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "pipeline/base/descriptor.h"
#include "pipeline/base/error.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

Error too_large(const fs::path& path, std::uint64_t bytes_max) {
  return Error(ExitCode::kInput, path.string(),
               "is larger than " + std::to_string(bytes_max) + " bytes", "split the file");
}

}  // namespace

Bytes read_file(const fs::path& path, std::uint64_t bytes_max) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) throw input_error(path.string(), errno);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) throw input_error(path.string(), errno);
  if (S_ISDIR(status.st_mode)) throw input_error(path.string(), EISDIR);
  if (static_cast<std::uint64_t>(status.st_size) > bytes_max) throw too_large(path, bytes_max);
  Bytes bytes(static_cast<std::size_t>(status.st_size));
  std::size_t filled = 0;
  for (;;) {
    if (filled > bytes_max) throw too_large(path, bytes_max);
    // Pipes and files that grow while they are read have no size to go by.
    if (filled == bytes.size()) bytes.resize(bytes.size() + (1 << 16));
    const ssize_t got = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw input_error(path.string(), errno);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

fs::path temporary_folder_of_system() {
  std::error_code failed;
  fs::path folder = fs::temp_directory_path(failed);
  return failed ? fs::path("/tmp") : folder;
}

}  // namespace sohoa
