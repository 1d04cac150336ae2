#include "pipeline/package/unpack.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <set>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/atomic_folder.h"
#include "pipeline/base/descriptor.h"
#include "pipeline/base/error.h"
#include "pipeline/package/zip/zip_limits.h"
#include "pipeline/package/zip/zip_reader.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

constexpr mode_t kFileMode = 0666, kFolderMode = 0777;  // less the umask

/// `name` is the file's in the end, for messages.
void write_entry(const ZipReader& zip, const ZipEntry& entry, const fs::path& file,
                 const fs::path& name) {
  const Descriptor out(
      ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, kFileMode));
  if (out.number() < 0) throw output_error(name.string(), errno);
  zip.read(entry, [&](ByteView bytes) {
    if (const int failed = write_all(out.number(), bytes))
      throw output_error(name.string(), failed);
  });
  if (::fsync(out.number()) != 0) throw output_error(name.string(), errno);
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

}  // namespace

std::vector<Finding> unpack(const fs::path& path, const fs::path& folder) {
  const ZipReader zip(path);
  std::vector<Finding> findings = check_entries(zip.entries(), ZipLimits{});
  if (!findings.empty()) return findings;
  AtomicFolder part(folder);
  std::set<fs::path> folders = {part.path()};
  for (const ZipEntry& entry : zip.entries()) {
    make_folders(part.path(), entry.name, folders);
    if (entry.kind == ZipEntryKind::kFile) {
      write_entry(zip, entry, part.path() / entry.name, folder / entry.name);
    }
  }
  for (const fs::path& made : folders) sync_to_disk(made);
  part.commit();
  return {};
}

}  // namespace sohoa
