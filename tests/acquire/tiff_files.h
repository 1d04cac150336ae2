#pragma once

#include <tiffio.h>

#include <functional>

#include "tests/acquire/files.h"

namespace sohoa::test {

struct TiffOptions {
  const char* mode = "w";  // "wb" big-endian, "wl" little-endian, "w8" BigTIFF
  int compression = COMPRESSION_NONE;
  int photometric = PHOTOMETRIC_MINISBLACK;
  int bits = 8;
  int samples = 1;
  int rows_per_strip = 0;  // 0: one strip
  int tile = 0;            // 0: strips
  int fill_order = FILLORDER_MSB2LSB;
  int orientation = ORIENTATION_TOPLEFT;
  int group3_options = 0;
  int planar = PLANARCONFIG_CONTIG;
  int extra_sample = -1;
  double dpi_x = 300;
  double dpi_y = 300;
  int unit = RESUNIT_INCH;
  int pages = 1;
};

using SetFields = std::function<void(TIFF*)>;

inline void write_data(TIFF* tiff, const TiffOptions& options, const Bytes& rows, int width,
                       int height) {
  Bytes data = rows;
  const std::size_t stride = rows.size() / static_cast<std::size_t>(height);
  if (options.tile > 0) {
    const auto side = static_cast<std::uint32_t>(options.tile);
    const std::size_t tile_stride = TIFFTileRowSize(tiff);
    const std::size_t step = side * stride / static_cast<std::size_t>(width);
    for (std::uint32_t y = 0; y < static_cast<std::uint32_t>(height); y += side) {
      for (std::uint32_t x = 0; x < static_cast<std::uint32_t>(width); x += side) {
        Bytes tile(tile_stride * side, 0);
        for (std::uint32_t row = 0; row < side && y + row < static_cast<std::uint32_t>(height);
             ++row) {
          const std::size_t left = x / side * step;
          const std::size_t count = std::min(tile_stride, stride - left);
          std::copy_n(&data[(y + row) * stride + left], count, &tile[row * tile_stride]);
        }
        TIFFWriteTile(tiff, tile.data(), x, y, 0, 0);
      }
    }
    return;
  }
  for (int sample = 0; sample < (options.planar == PLANARCONFIG_SEPARATE ? options.samples : 1);
       ++sample) {
    for (int y = 0; y < height; ++y) {
      Bytes row(&data[y * stride], &data[y * stride] + stride);
      if (options.planar == PLANARCONFIG_SEPARATE) {
        for (int x = 0; x < width; ++x) row[x] = row[x * options.samples + sample];
      }
      TIFFWriteScanline(tiff, row.data(), static_cast<std::uint32_t>(y),
                        static_cast<std::uint16_t>(sample));
    }
  }
}

inline Bytes write_tiff(const Bytes& rows, int width, int height, const TiffOptions& options,
                        const SetFields& set_fields = {}) {
  const Folder folder;
  const std::string path = (folder.path() / "written.tif").string();
  TIFFSetWarningHandler(nullptr);
  TIFF* tiff = TIFFOpen(path.c_str(), options.mode);
  for (int page = 0; page < options.pages; ++page) {
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, width);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, height);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, options.bits);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, options.samples);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, options.compression);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, options.photometric);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, options.planar);
    TIFFSetField(tiff, TIFFTAG_FILLORDER, options.fill_order);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, options.orientation);
    if (options.compression == COMPRESSION_CCITTFAX3) {
      TIFFSetField(tiff, TIFFTAG_GROUP3OPTIONS, options.group3_options);
    }
    if (options.extra_sample >= 0) {
      const std::uint16_t kind = static_cast<std::uint16_t>(options.extra_sample);
      TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, &kind);
    }
    if (options.dpi_x > 0) {
      TIFFSetField(tiff, TIFFTAG_XRESOLUTION, options.dpi_x);
      TIFFSetField(tiff, TIFFTAG_YRESOLUTION, options.dpi_y);
      TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, options.unit);
    }
    if (options.tile > 0) {
      TIFFSetField(tiff, TIFFTAG_TILEWIDTH, options.tile);
      TIFFSetField(tiff, TIFFTAG_TILELENGTH, options.tile);
    } else {
      TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP,
                   options.rows_per_strip > 0 ? options.rows_per_strip : height);
    }
    if (options.compression == COMPRESSION_JPEG) {
      TIFFSetField(tiff, TIFFTAG_JPEGQUALITY, 98);
      TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
      if (options.photometric == PHOTOMETRIC_YCBCR) {
        TIFFSetField(tiff, TIFFTAG_YCBCRSUBSAMPLING, 1, 1);
      }
    }
    if (set_fields) set_fields(tiff);
    write_data(tiff, options, rows, width, height);
    TIFFWriteDirectory(tiff);
  }
  TIFFClose(tiff);
  std::ifstream file(path, std::ios::binary);
  return Bytes(std::istreambuf_iterator<char>(file), {});
}

inline Bytes write_tiff(const Image& image, TiffOptions options = {}) {
  options.samples = image.channels;
  if (image.channels == 3 && options.photometric == PHOTOMETRIC_MINISBLACK) {
    options.photometric = PHOTOMETRIC_RGB;
  }
  return write_tiff(image.data, image.width, image.height, options);
}

/// A 1-bit TIFF of the picture, whatever its samples mean.
inline Bytes write_bilevel(const Image& image, TiffOptions options) {
  options.bits = 1;
  Bytes bits = packed_bits(image);
  if (options.photometric == PHOTOMETRIC_MINISWHITE) {
    for (std::uint8_t& byte : bits) byte = static_cast<std::uint8_t>(~byte);
  }
  return write_tiff(bits, image.width, image.height, options);
}

}  // namespace sohoa::test
