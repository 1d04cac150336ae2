#include "pipeline/package/zip/zip_writer.h"

#include <sys/stat.h>
#include <zip.h>

#include <cstdio>
#include <deque>
#include <memory>

#include "pipeline/base/error.h"
#include "pipeline/package/zip/spool_source.h"
#include "pipeline/package/zip/zip_output.h"

namespace sohoa {

namespace {

constexpr zip_uint32_t kUnixMode = static_cast<zip_uint32_t>(S_IFREG | 0644) << 16;

struct DosTime {
  zip_uint16_t time = 0;
  zip_uint16_t date = (1 << 5) | 1;  // 1980-01-01
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

bool add_entry(zip_t* archive, const PackageFile& file, SpoolSource& content, DosTime when) {
  zip_source_t* source = content.source(archive);
  if (source == nullptr) return false;
  const zip_int64_t added = zip_file_add(archive, file.path.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (added < 0) {
    zip_source_free(source);
    return false;
  }
  const auto index = static_cast<zip_uint64_t>(added);
  const zip_int32_t method = file.deflated_crc32 ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
  return zip_set_file_compression(archive, index, method, 0) == 0 &&
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
    if (!add_entry(archive.get(), file, contents.back(), when)) {
      throw zip_failure(path, zip_get_error(archive.get()));
    }
  }
  if (zip_close(archive.get()) != 0) throw zip_failure(path, zip_get_error(archive.get()));
  static_cast<void>(archive.release());
}

}  // namespace sohoa
