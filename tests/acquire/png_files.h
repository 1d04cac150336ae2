#pragma once

#include <png.h>

#include "tests/acquire/files.h"

namespace sohoa::test {

struct PngOptions {
  int type = PNG_COLOR_TYPE_RGB;
  int bits = 8;
  bool interlaced = false;
  int dots_per_metre = 11811;  // 300 dpi
  std::vector<png_color> palette;
  Bytes alpha_of_palette;
  int transparent_grey = -1;
  Bytes exif;
};

/// `rows` are packed as PNG has them.
inline Bytes write_png(const Bytes& rows, int width, int height, const PngOptions& options) {
  Bytes file;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(
      png, &file,
      [](png_structp self, png_bytep data, std::size_t size) {
        Bytes& out = *static_cast<Bytes*>(png_get_io_ptr(self));
        out.insert(out.end(), data, data + size);
      },
      nullptr);
  png_set_IHDR(png, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height),
               options.bits, options.type,
               options.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
  png_set_filter(png, 0, PNG_ALL_FILTERS);
  png_set_compression_buffer_size(png, 300);  // several IDAT chunks
  if (!options.palette.empty()) {
    png_set_PLTE(png, info, options.palette.data(), static_cast<int>(options.palette.size()));
  }
  if (!options.alpha_of_palette.empty()) {
    png_set_tRNS(png, info, options.alpha_of_palette.data(),
                 static_cast<int>(options.alpha_of_palette.size()), nullptr);
  }
  if (options.transparent_grey >= 0) {
    png_color_16 colour{};
    colour.gray = static_cast<png_uint_16>(options.transparent_grey);
    png_set_tRNS(png, info, nullptr, 0, &colour);
  }
  if (options.dots_per_metre > 0) {
    png_set_pHYs(png, info, static_cast<png_uint_32>(options.dots_per_metre),
                 static_cast<png_uint_32>(options.dots_per_metre), PNG_RESOLUTION_METER);
  }
  if (!options.exif.empty()) {
    png_set_eXIf_1(png, info, static_cast<png_uint_32>(options.exif.size()),
                   const_cast<png_bytep>(options.exif.data()));
  }
  png_write_info(png, info);
  const std::size_t stride = rows.size() / static_cast<std::size_t>(height);
  std::vector<png_bytep> pointers;
  for (int y = 0; y < height; ++y) {
    pointers.push_back(const_cast<png_bytep>(rows.data()) + y * stride);
  }
  png_write_image(png, pointers.data());
  png_write_end(png, nullptr);
  png_destroy_write_struct(&png, &info);
  return file;
}

inline Bytes write_png(const Image& image, PngOptions options = {}) {
  options.type = image.channels == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB;
  return write_png(image.data, image.width, image.height, options);
}

}  // namespace sohoa::test
