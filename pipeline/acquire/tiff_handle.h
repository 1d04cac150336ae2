#pragma once

#include <tiffio.h>

#include <filesystem>
#include <memory>
#include <string>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// A TIFF in a file or in memory, and what libtiff had to say about it: nothing goes to standard
/// error. Without a handle when it cannot be opened.
class TiffHandle {
 public:
  /// An empty one in memory, for writing.
  TiffHandle();
  /// For reading; the bytes must outlive it.
  explicit TiffHandle(ByteView bytes);
  explicit TiffHandle(const std::filesystem::path& file);
  ~TiffHandle();
  TiffHandle(const TiffHandle&) = delete;
  TiffHandle& operator=(const TiffHandle&) = delete;

  TIFF* handle() const { return handle_; }
  ByteView written() const { return written_; }
  const std::string& error() const { return error_; }      // the first; empty: none
  const std::string& warning() const { return warning_; }  // the first
  bool ended_early() const { return ended_early_; }
  void forget_messages();

 private:
  static tmsize_t read(thandle_t self, void* out, tmsize_t size);
  static tmsize_t write(thandle_t self, void* data, tmsize_t size);
  static toff_t seek(thandle_t self, toff_t offset, int whence);
  static int close(thandle_t self);
  static toff_t size(thandle_t self);
  static int map(thandle_t self, void** base, toff_t* size);
  static void unmap(thandle_t self, void* base, toff_t size);
  static int on_error(TIFF*, void* self, const char*, const char* format, va_list arguments);
  static int on_warning(TIFF*, void* self, const char*, const char* format, va_list arguments);
  void open_memory(const char* mode);
  void note(std::string& first, const char* format, va_list arguments);

  bool writing_ = false;
  Bytes written_;
  ByteView bytes_;
  std::size_t position_ = 0;
  TIFF* handle_ = nullptr;
  std::string error_;
  std::string warning_;
  bool ended_early_ = false;
};

}  // namespace sohoa
