#include "pipeline/package/compact/fax.h"

#include <tiffio.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace sohoa {

namespace {

/// A TIFF file in memory, as libtiff's client procedures use it.
struct MemoryFile {
  Bytes bytes;
  std::size_t at = 0;
};

MemoryFile& file_of(thandle_t handle) { return *static_cast<MemoryFile*>(handle); }

tmsize_t read_bytes(thandle_t handle, void* to, tmsize_t size) {
  MemoryFile& file = file_of(handle);
  const std::size_t left = file.bytes.size() - std::min(file.at, file.bytes.size());
  const std::size_t count = std::min(left, static_cast<std::size_t>(size));
  if (count > 0) std::memcpy(to, file.bytes.data() + file.at, count);
  file.at += count;
  return static_cast<tmsize_t>(count);
}

tmsize_t write_bytes(thandle_t handle, void* from, tmsize_t size) {
  MemoryFile& file = file_of(handle);
  const std::size_t count = static_cast<std::size_t>(size);
  if (file.at + count > file.bytes.size()) file.bytes.resize(file.at + count);
  if (count > 0) std::memcpy(file.bytes.data() + file.at, from, count);
  file.at += count;
  return size;
}

toff_t seek(thandle_t handle, toff_t offset, int whence) {
  MemoryFile& file = file_of(handle);
  const std::size_t from = whence == SEEK_SET   ? 0
                           : whence == SEEK_CUR ? file.at
                                                : file.bytes.size();
  return file.at = from + static_cast<std::size_t>(offset);
}

int close(thandle_t) { return 0; }

toff_t size_of(thandle_t handle) { return file_of(handle).bytes.size(); }

bool describe(TIFF* tiff, const Bilevel& pixels) {
  return TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, static_cast<std::uint32_t>(pixels.width)) == 1 &&
         TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, static_cast<std::uint32_t>(pixels.height)) == 1 &&
         TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, static_cast<std::uint32_t>(pixels.height)) == 1 &&
         TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 1) == 1 &&
         TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1) == 1 &&
         TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE) == 1 &&
         TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4) == 1;
}

}  // namespace

std::optional<Bytes> packed_fax(const Bilevel& pixels) {
  MemoryFile file;
  const std::unique_ptr<TIFF, void (*)(TIFF*)> tiff(
      TIFFClientOpen("fax", "w", &file, read_bytes, write_bytes, seek, close, size_of, nullptr,
                     nullptr),
      TIFFClose);
  if (!tiff || !describe(tiff.get(), pixels)) return {};
  Bytes rows = pixels.data;  // the library takes them as its own
  const tmsize_t size = static_cast<tmsize_t>(rows.size());
  if (TIFFWriteEncodedStrip(tiff.get(), 0, rows.data(), size) != size) return {};
  const std::uint64_t* offsets = nullptr;
  const std::uint64_t* sizes = nullptr;
  if (TIFFGetField(tiff.get(), TIFFTAG_STRIPOFFSETS, &offsets) != 1 ||
      TIFFGetField(tiff.get(), TIFFTAG_STRIPBYTECOUNTS, &sizes) != 1) {
    return {};
  }
  if (offsets[0] > file.bytes.size() || sizes[0] > file.bytes.size() - offsets[0]) return {};
  const auto begin = file.bytes.begin() + static_cast<std::ptrdiff_t>(offsets[0]);
  return Bytes(begin, begin + static_cast<std::ptrdiff_t>(sizes[0]));
}

}  // namespace sohoa
