#pragma once

#include <zip.h>

#include "pipeline/package/zip/package_files.h"

namespace sohoa {

/// Feeds libzip one file from the spool, packed as it waits there. Must outlive zip_close, as must
/// file and spool.
class SpoolSource {
 public:
  SpoolSource(const PackageFile& file, const Spool& spool);
  ~SpoolSource();
  SpoolSource(const SpoolSource&) = delete;
  SpoolSource& operator=(const SpoolSource&) = delete;

  /// The source for zip_file_add; nullptr when libzip has no memory.
  zip_source_t* source(zip_t* archive);

 private:
  static zip_int64_t call(void* self, void* data, zip_uint64_t length, zip_source_cmd_t command);
  zip_int64_t answer(void* data, zip_uint64_t length, zip_source_cmd_t command);
  zip_int64_t read(std::uint8_t* data, std::uint64_t length);
  bool fill();
  zip_int64_t stat(zip_stat_t* facts) const;
  zip_int64_t failed(int zip_code, int error_number);

  const PackageFile& file_;
  const Spool& spool_;
  std::size_t piece_ = 0;
  std::uint64_t offset_ = 0;  // in the piece
  Bytes ahead_;               // read from the spool
  std::size_t taken_ = 0;     // of them
  zip_error_t error_;
};

}  // namespace sohoa
