#pragma once

#include "pipeline/acquire/source_image.h"

namespace sohoa {

/// A JPEG file (baseline or progressive; grey, YCbCr, RGB, CMYK, YCCK; libjpeg-turbo). The master
/// is the file itself, as DCTDecode takes it; Adobe's inverted CMYK gets a decode array. Arithmetic
/// coding, which PDF does not know, is stored again. Errors: Error (kInput).
SourceImage read_jpeg(const DecodeTask& task, Bytes file);

/// Pixels of a kJpeg master, by its colour space and decode array.
Image decode_jpeg(const DecodeTask& task, const MasterImage& master);

/// What the frame header says, without decoding.
struct JpegHeader {
  int width = 0;
  int height = 0;
  int components = 0;
  bool arithmetic = false;
};
JpegHeader read_jpeg_header(const DecodeTask& task, ByteView bytes);

/// `pixels` as a baseline JPEG without chroma subsampling.
Bytes encode_jpeg(const Image& pixels, int quality);

}  // namespace sohoa
