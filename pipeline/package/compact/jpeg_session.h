#pragma once

#include <csetjmp>
#include <cstdio>

// jpeglib.h wants stdio before it.
#include <jpeglib.h>

#include "models/record/image.h"
#include "pipeline/base/bytes.h"

namespace sohoa {

/// libjpeg's errors arrive here; a warning is taken for one. `base` is first: the library hands
/// back a pointer to it.
struct JpegTrouble {
  JpegTrouble();
  JpegTrouble(const JpegTrouble&) = delete;
  JpegTrouble& operator=(const JpegTrouble&) = delete;

  jpeg_error_mgr base{};
  std::jmp_buf jump;
};

/// Runs a step that only calls the library: it leaves by longjmp, so no object with a destructor
/// may come to life in it. Whether it came to its end.
template <typename Step>
bool completes(JpegTrouble& trouble, Step step) {
  if (setjmp(trouble.jump) != 0) return false;
  step();
  return true;
}

/// A compressor that writes into memory, given back however it ends.
class JpegPacker {
 public:
  JpegPacker() = default;
  ~JpegPacker();
  JpegPacker(const JpegPacker&) = delete;
  JpegPacker& operator=(const JpegPacker&) = delete;

  JpegTrouble trouble;
  jpeg_compress_struct info{};

  // Only within `completes`.
  void open();
  void describe(const Image& pixels, int quality);
  void set_scans();
  void write_rows(const Image& pixels);

  Bytes bytes() const;

 private:
  unsigned char* buffer_ = nullptr;
  unsigned long size_ = 0;
};

class JpegUnpacker {
 public:
  JpegUnpacker() = default;
  ~JpegUnpacker();
  JpegUnpacker(const JpegUnpacker&) = delete;
  JpegUnpacker& operator=(const JpegUnpacker&) = delete;

  JpegTrouble trouble;
  jpeg_decompress_struct info{};

  // Only within `completes`.
  void open(ByteView jpeg);

 private:
  jpeg_progress_mgr progress_{};
};

}  // namespace sohoa
