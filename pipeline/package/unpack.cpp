#include "pipeline/package/unpack.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <set>
#include <system_error>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/descriptor.h"
#include "pipeline/base/error.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/package/zip/zip_limits.h"
#include "pipeline/package/zip/zip_reader.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

constexpr mode_t kFileMode = 0666, kFolderMode = 0777;  // less the umask

// As the caller names it, `a/b/` is b.
fs::path without_slash(const fs::path& folder) {
  return folder.has_filename() ? folder : folder.parent_path();
}

void refuse_what_is_there(const fs::path& folder) {
  std::error_code failed;
  const fs::file_status status = fs::symlink_status(folder, failed);
  if (!fs::exists(status)) return;
  throw Error(ExitCode::kOutput, folder.string(), "is there already", "name another folder");
}

void write_entry(const ZipReader& zip, const ZipEntry& entry, const fs::path& file) {
  const Descriptor out(
      ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, kFileMode));
  if (out.number() < 0) throw output_error(file.string(), errno);
  zip.read(entry, [&](ByteView bytes) {
    if (const int failed = write_all(out.number(), bytes))
      throw output_error(file.string(), failed);
  });
  if (::fsync(out.number()) != 0) throw output_error(file.string(), errno);
}

/// The folders above a file, below `top`; those that were made.
void make_folders(const fs::path& top, const fs::path& name, std::set<fs::path>& made) {
  fs::path folder = top;
  for (const fs::path& part : name.parent_path()) {
    folder /= part;
    if (!made.insert(folder).second) continue;
    if (::mkdir(folder.c_str(), kFolderMode) != 0) throw output_error(folder.string(), errno);
  }
}

// mkdtemp makes folders for their owner alone.
void open_to_others(const fs::path& folder) {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  if (::chmod(folder.c_str(), kFolderMode & ~mask) != 0) throw output_error(folder.string(), errno);
}

void rename_to(const fs::path& from, const fs::path& to) {
  std::error_code failed;
  fs::rename(from, to, failed);
  if (failed) throw output_error(to.string(), failed.value());
}

}  // namespace

std::vector<Finding> unpack(const fs::path& path, const fs::path& named) {
  const fs::path folder = without_slash(named);
  refuse_what_is_there(folder);
  const ZipReader zip(path);
  std::vector<Finding> findings = check_entries(zip.entries(), ZipLimits{});
  if (!findings.empty()) return findings;
  const TemporaryFolder part(folder_of(folder));
  std::set<fs::path> folders = {part.path()};
  for (const ZipEntry& entry : zip.entries()) {
    make_folders(part.path(), entry.name, folders);
    if (entry.kind == ZipEntryKind::kFile) write_entry(zip, entry, part.path() / entry.name);
  }
  for (const fs::path& made : folders) sync_to_disk(made);
  open_to_others(part.path());
  rename_to(part.path(), folder);
  sync_to_disk(folder_of(folder));
  return {};
}

}  // namespace sohoa
