#pragma once

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <cstring>

// jpeglib.h wants stdio before it.
#include <jpeglib.h>

#include "models/record/image.h"

namespace sohoa::test {

struct JpegOptions {
  J_COLOR_SPACE stored = JCS_YCbCr;
  bool progressive = false;
  bool arithmetic = false;
  bool adobe = true;  // the marker; libjpeg writes it for CMYK and RGB by itself
  int dpi_x = 300;
  int dpi_y = 300;
  int luma_across = 1;  // samples of brightness a sample of colour
  int luma_down = 1;
  int restart_rows = 0;
  Bytes exif;  // TIFF bytes
  Bytes icc_profile;
};

/// `samples` has `components` interleaved channels.
inline Bytes write_jpeg(const Bytes& samples, int width, int height, int components,
                        const JpegOptions& options) {
  jpeg_compress_struct info{};
  jpeg_error_mgr errors{};
  info.err = jpeg_std_error(&errors);
  jpeg_create_compress(&info);
  unsigned char* buffer = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&info, &buffer, &size);
  info.image_width = static_cast<JDIMENSION>(width);
  info.image_height = static_cast<JDIMENSION>(height);
  info.input_components = components;
  info.in_color_space = components == 1 ? JCS_GRAYSCALE : components == 3 ? JCS_RGB : JCS_CMYK;
  jpeg_set_defaults(&info);
  jpeg_set_colorspace(&info, components == 1 ? JCS_GRAYSCALE : options.stored);
  jpeg_set_quality(&info, 98, TRUE);
  info.comp_info[0].h_samp_factor = options.luma_across;
  info.comp_info[0].v_samp_factor = options.luma_down;
  info.restart_in_rows = options.restart_rows;
  info.arith_code = options.arithmetic ? TRUE : FALSE;
  if (options.progressive) jpeg_simple_progression(&info);
  if (!options.adobe) info.write_Adobe_marker = FALSE;
  if (options.dpi_x > 0 && info.write_JFIF_header != 0) {
    info.density_unit = 1;
    info.X_density = static_cast<UINT16>(options.dpi_x);
    info.Y_density = static_cast<UINT16>(options.dpi_y);
  }
  jpeg_start_compress(&info, TRUE);
  if (!options.exif.empty()) {
    Bytes marker = {'E', 'x', 'i', 'f', 0, 0};
    marker.insert(marker.end(), options.exif.begin(), options.exif.end());
    jpeg_write_marker(&info, JPEG_APP0 + 1, marker.data(), static_cast<unsigned>(marker.size()));
  }
  if (!options.icc_profile.empty()) {
    jpeg_write_icc_profile(&info, options.icc_profile.data(),
                           static_cast<unsigned>(options.icc_profile.size()));
  }
  while (info.next_scanline < info.image_height) {
    JSAMPROW row = const_cast<JSAMPROW>(samples.data()) +
                   static_cast<std::size_t>(info.next_scanline) * width * components;
    jpeg_write_scanlines(&info, &row, 1);
  }
  jpeg_finish_compress(&info);
  Bytes bytes(buffer, buffer + size);
  jpeg_destroy_compress(&info);
  std::free(buffer);
  return bytes;
}

inline Bytes write_jpeg(const Image& image, const JpegOptions& options = {}) {
  return write_jpeg(image.data, image.width, image.height, image.channels, options);
}

/// An EXIF block (big-endian) with orientation and, when given, a resolution in dpi.
inline Bytes exif_block(int orientation, int dpi = 0) {
  Bytes bytes = {'M', 'M', 0, 42, 0, 0, 0, 8};
  const auto put = [&bytes](unsigned value, int size) {
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
      bytes.push_back(static_cast<std::uint8_t>(value >> shift));
    }
  };
  const auto entry = [&put](unsigned tag, unsigned type, unsigned value) {
    put(tag, 2);
    put(type, 2);
    put(1, 4);
    put(type == 3 ? value << 16 : value, 4);
  };
  const unsigned count = dpi > 0 ? 4 : 1;
  put(count, 2);
  entry(0x0112, 3, static_cast<unsigned>(orientation));
  if (dpi > 0) {
    const unsigned rational = 8 + 2 + 12 * count + 4;
    entry(0x011A, 5, rational);
    entry(0x011B, 5, rational);
    entry(0x0128, 3, 2);
  }
  put(0, 4);
  if (dpi > 0) {
    put(static_cast<unsigned>(dpi), 4);
    put(1, 4);
  }
  return bytes;
}

}  // namespace sohoa::test
