#include "pipeline/package/zip_writer.h"

#include <sys/stat.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <deque>
#include <memory>
#include <string_view>

#include "pipeline/base/error.h"
#include "pipeline/package/zip_output.h"

namespace sohoa {

namespace {

// What is worth deflating; PDFs and scans are packed already.
constexpr std::array<std::string_view, 8> kDeflated{".xml", ".txt", ".json", ".bmp",
                                                    ".pnm", ".ppm", ".pgm",  ".pbm"};
constexpr zip_uint32_t kDeflateLevel = 6;
constexpr zip_uint32_t kUnixMode = static_cast<zip_uint32_t>(S_IFREG | 0644) << 16;

struct DosTime {
  zip_uint16_t time = 0;
  zip_uint16_t date = (1 << 5) | 1;  // 1980-01-01
};

/// Feeds libzip from the pieces of a file in the spool.
class SpoolSource {
 public:
  SpoolSource(const PackageFile& file, const Spool& spool) : file_(file), spool_(spool) {
    zip_error_init(&error_);
  }
  ~SpoolSource() { zip_error_fini(&error_); }
  SpoolSource(const SpoolSource&) = delete;
  SpoolSource& operator=(const SpoolSource&) = delete;

  static zip_int64_t call(void* self, void* data, zip_uint64_t length, zip_source_cmd_t command) {
    return static_cast<SpoolSource*>(self)->answer(data, length, command);
  }

 private:
  zip_int64_t answer(void* data, zip_uint64_t length, zip_source_cmd_t command) {
    switch (command) {
      case ZIP_SOURCE_SUPPORTS:
        return ZIP_SOURCE_SUPPORTS_READABLE;
      case ZIP_SOURCE_OPEN:
        piece_ = 0;
        offset_ = 0;
        return 0;
      case ZIP_SOURCE_READ:
        return read(static_cast<std::uint8_t*>(data), length);
      case ZIP_SOURCE_STAT:
        return stat(static_cast<zip_stat_t*>(data));
      case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&error_, data, length);
      case ZIP_SOURCE_CLOSE:
      case ZIP_SOURCE_FREE:
        return 0;
      default:
        zip_error_set(&error_, ZIP_ER_OPNOTSUPP, 0);
        return -1;
    }
  }

  zip_int64_t read(std::uint8_t* data, std::uint64_t length) {
    if (piece_ == file_.pieces.size()) return 0;
    const Spool::Piece& piece = file_.pieces[piece_];
    const std::uint64_t wanted = std::min(length, piece.size - offset_);
    try {
      if (spool_.read_at(piece.offset + offset_, {data, wanted}) != wanted) return failed();
    } catch (const Error&) {
      return failed();
    }
    offset_ += wanted;
    if (offset_ == piece.size) {
      ++piece_;
      offset_ = 0;
    }
    return static_cast<zip_int64_t>(wanted);
  }

  // An exception must not pass through libzip, which is C.
  zip_int64_t failed() {
    zip_error_set(&error_, ZIP_ER_READ, EIO);
    return -1;
  }

  zip_int64_t stat(zip_stat_t* facts) const {
    zip_stat_init(facts);
    facts->valid = ZIP_STAT_SIZE;
    facts->size = file_.bytes;
    return sizeof(zip_stat_t);
  }

  const PackageFile& file_;
  const Spool& spool_;
  std::size_t piece_ = 0;
  std::uint64_t offset_ = 0;  // in the piece
  zip_error_t error_;
};

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;

Error zip_failure(const std::filesystem::path& path, zip_error_t* error) {
  const int number = zip_error_code_system(error);
  if (zip_error_system_type(error) == ZIP_ET_SYS && number != 0) {
    return output_error(path.string(), number);
  }
  return Error(ExitCode::kOutput, path.string(), zip_error_strerror(error),
               "check the disk and run it again");
}

Archive open_archive(const std::filesystem::path& path, ZipOutput& output) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = output.source(&error);
  zip_t* archive =
      source == nullptr ? nullptr : zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error);
  if (archive == nullptr) {
    if (source != nullptr) zip_source_free(source);
    const Error failure = zip_failure(path, &error);
    zip_error_fini(&error);
    throw failure;
  }
  return {archive, &zip_discard};
}

// Read from the text, not through a time zone: the zip must not depend on that of the machine.
DosTime dos_time(const std::string& job_time) {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
  const int fields = std::sscanf(job_time.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d", &year, &month, &day,
                                 &hour, &minute, &second);
  if (fields != 6 || year < 1980 || year > 2107) return {};
  return {static_cast<zip_uint16_t>(hour << 11 | minute << 5 | second / 2),
          static_cast<zip_uint16_t>((year - 1980) << 9 | month << 5 | day)};
}

zip_int32_t method_of(const std::string& path) {
  const bool deflated = std::any_of(kDeflated.begin(), kDeflated.end(),
                                    [&](std::string_view end) { return path.ends_with(end); });
  return deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
}

bool add_entry(zip_t* archive, const std::string& path, SpoolSource& content, DosTime when) {
  zip_source_t* source = zip_source_function(archive, &SpoolSource::call, &content);
  if (source == nullptr) return false;
  const zip_int64_t added = zip_file_add(archive, path.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (added < 0) {
    zip_source_free(source);
    return false;
  }
  const auto index = static_cast<zip_uint64_t>(added);
  return zip_set_file_compression(archive, index, method_of(path), kDeflateLevel) == 0 &&
         zip_file_set_dostime(archive, index, when.time, when.date, 0) == 0 &&
         zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_UNIX, kUnixMode) == 0;
}

}  // namespace

void write_zip(const std::filesystem::path& path, const std::vector<PackageFile>& files,
               const Spool& spool, const std::string& job_time) {
  ZipOutput output(path);
  // libzip reads the contents in zip_close only: they must outlive it.
  std::deque<SpoolSource> contents;
  Archive archive = open_archive(path, output);
  const DosTime when = dos_time(job_time);
  for (const PackageFile& file : files) {
    contents.emplace_back(file, spool);
    if (!add_entry(archive.get(), file.path, contents.back(), when)) {
      throw zip_failure(path, zip_get_error(archive.get()));
    }
  }
  if (zip_close(archive.get()) != 0) throw zip_failure(path, zip_get_error(archive.get()));
  static_cast<void>(archive.release());
}

}  // namespace sohoa
