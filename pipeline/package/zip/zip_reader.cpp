#include "pipeline/package/zip/zip_reader.h"

#include <sys/stat.h>
#include <zip.h>

#include <array>

#include "pipeline/base/error.h"
#include "pipeline/package/zip/zip_directory.h"

namespace sohoa {

struct ZipReader::State {
  zip_t* archive = nullptr;
  ~State() { zip_discard(archive); }
};

struct StoredEntry::State {
  std::string name;
  zip_file_t* file = nullptr;
  std::uint64_t position = 0;
  ~State() {
    if (file != nullptr) zip_fclose(file);
  }
};

namespace {

constexpr std::size_t kPieceBytes = 1 << 16;
constexpr zip_uint32_t kDosFolder = 0x10;

Error bad_zip(const std::string& subject, const std::string& reason) {
  return Error(ExitCode::kInput, subject, reason, "get the package again from its maker");
}

zip_t* open_zip(const std::filesystem::path& path) {
  int code = 0;
  zip_t* archive = zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code);
  if (archive != nullptr) return archive;
  zip_error_t error;
  zip_error_init_with_code(&error, code);
  const std::string reason = zip_error_strerror(&error);
  zip_error_fini(&error);
  throw bad_zip(path.string(), "cannot be opened as a zip (" + reason + ")");
}

ZipEntryKind kind_of(zip_t* archive, zip_uint64_t index, const std::string& name) {
  if (name.ends_with('/')) return ZipEntryKind::kFolder;
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  if (zip_file_get_external_attributes(archive, index, ZIP_FL_UNCHANGED, &system, &attributes)) {
    return ZipEntryKind::kOther;
  }
  if (system != ZIP_OPSYS_UNIX) {
    return (attributes & kDosFolder) != 0 ? ZipEntryKind::kFolder : ZipEntryKind::kFile;
  }
  const zip_uint32_t type = (attributes >> 16) & S_IFMT;
  if (type == S_IFDIR) return ZipEntryKind::kFolder;
  return type == S_IFREG || type == 0 ? ZipEntryKind::kFile : ZipEntryKind::kOther;
}

ZipEntry entry_at(zip_t* archive, zip_uint64_t index) {
  ZipEntry entry;
  entry.index = index;
  const char* raw = zip_get_name(archive, index, ZIP_FL_ENC_RAW);
  entry.name = raw != nullptr ? raw : "";
  const char* guessed = zip_get_name(archive, index, ZIP_FL_ENC_GUESS);
  entry.name_plain = raw != nullptr && guessed != nullptr && entry.name == guessed;
  entry.kind = kind_of(archive, index, entry.name);
  zip_stat_t facts;
  constexpr zip_uint64_t kNeeded =
      ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
  if (zip_stat_index(archive, index, 0, &facts) != 0 || (facts.valid & kNeeded) != kNeeded) {
    entry.known_method = false;
    return entry;
  }
  entry.bytes = facts.size;
  entry.packed_bytes = facts.comp_size;
  entry.encrypted = facts.encryption_method != ZIP_EM_NONE;
  entry.stored = facts.comp_method == ZIP_CM_STORE;
  entry.known_method = entry.stored || facts.comp_method == ZIP_CM_DEFLATE;
  return entry;
}

}  // namespace

ZipReader::ZipReader(const std::filesystem::path& path) : state_(std::make_unique<State>()) {
  state_->archive = open_zip(path);
  const zip_int64_t count = zip_get_num_entries(state_->archive, 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    entries_.push_back(entry_at(state_->archive, static_cast<zip_uint64_t>(i)));
  }
  const std::vector<std::string> names = raw_names_of(path);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    ZipEntry& entry = entries_[i];
    if (i >= names.size() || names[i] != entry.name) entry.name_plain = false;
  }
}

ZipReader::~ZipReader() = default;

void ZipReader::read(const ZipEntry& entry, const std::function<void(ByteView)>& take) const {
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
      zip_fopen_index(state_->archive, entry.index, 0), &zip_fclose);
  if (!file) throw bad_zip(entry.name, "cannot be read from the zip");
  std::array<std::uint8_t, kPieceBytes> piece;
  std::uint64_t done = 0;
  for (;;) {
    const zip_int64_t got = zip_fread(file.get(), piece.data(), piece.size());
    if (got < 0) throw bad_zip(entry.name, "is damaged in the zip");
    if (got == 0) break;
    done += static_cast<std::uint64_t>(got);
    if (done > entry.bytes) throw bad_zip(entry.name, "is larger than the zip says");
    take({piece.data(), static_cast<std::size_t>(got)});
  }
  if (done != entry.bytes) throw bad_zip(entry.name, "is smaller than the zip says");
}

std::string ZipReader::read_text(const ZipEntry& entry, std::uint64_t bytes_max) const {
  if (entry.bytes > bytes_max) {
    throw bad_zip(entry.name, "is larger than " + std::to_string(bytes_max) + " bytes");
  }
  std::string text;
  read(entry, [&](ByteView piece) { text += as_text(piece); });
  return text;
}

StoredEntry::StoredEntry(const ZipReader& zip, const ZipEntry& entry)
    : state_(std::make_unique<State>()) {
  state_->name = entry.name;
  state_->file = zip_fopen_index(zip.state_->archive, entry.index, 0);
  if (state_->file == nullptr) throw bad_zip(entry.name, "cannot be read from the zip");
}

StoredEntry::~StoredEntry() = default;

std::size_t StoredEntry::read_at(std::uint64_t offset, std::span<std::uint8_t> out) const {
  if (offset != state_->position &&
      zip_fseek(state_->file, static_cast<zip_int64_t>(offset), SEEK_SET) != 0) {
    throw bad_zip(state_->name, "cannot be read from the zip");
  }
  state_->position = offset;
  std::size_t filled = 0;
  while (filled < out.size()) {
    const zip_int64_t got = zip_fread(state_->file, out.data() + filled, out.size() - filled);
    if (got < 0) throw bad_zip(state_->name, "is damaged in the zip");
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
    state_->position += static_cast<std::uint64_t>(got);
  }
  return filled;
}

}  // namespace sohoa
