#pragma once

#include <zip.h>

#include <cstdint>
#include <filesystem>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// A file that libzip writes through our own descriptor. libzip alone would write to a second file
/// of its own naming beside it and rename that, which a killed process would leave behind.
class ZipOutput {
 public:
  /// Truncates the file. Throws Error (kOutput).
  explicit ZipOutput(const std::filesystem::path& path);
  ~ZipOutput();
  ZipOutput(const ZipOutput&) = delete;
  ZipOutput& operator=(const ZipOutput&) = delete;

  /// The source to open an archive from; libzip frees it. The ZipOutput must live longer.
  zip_source_t* source(zip_error_t* error);

 private:
  static zip_int64_t call(void* self, void* data, zip_uint64_t length, zip_source_cmd_t command);
  zip_int64_t answer(void* data, zip_uint64_t length, zip_source_cmd_t command);
  zip_int64_t read(void* data, zip_uint64_t length);
  zip_int64_t write(const void* data, zip_uint64_t length);
  zip_int64_t flush();
  zip_int64_t begin_sync();
  zip_int64_t seek(std::uint64_t& position, void* data, zip_uint64_t length);
  zip_int64_t stat(void* data, zip_uint64_t length);
  zip_int64_t failed(int zip_code, int error_number);

  int descriptor_;
  std::uint64_t size_ = 0;
  std::uint64_t read_position_ = 0;
  std::uint64_t write_position_ = 0;
  Bytes waiting_;                       // to be written …
  std::uint64_t waiting_position_ = 0;  // … here
  zip_error_t error_;
};

}  // namespace sohoa
