#include "samples/encode.h"

#include <jpeglib.h>
#include <png.h>
#include <tiffio.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/temporary_folder.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

Error encoding_error(const std::string& subject) {
  return Error(ExitCode::kOutput, subject, "cannot be encoded", "check the disk and memory");
}

void set_resolution(TIFF* tiff, Resolution dpi) {
  TIFFSetField(tiff, TIFFTAG_XRESOLUTION, dpi.x);
  TIFFSetField(tiff, TIFFTAG_YRESOLUTION, dpi.y);
  TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
}

/// Rows of eight pixels a byte, black 1.
Bytes packed_row(const std::uint8_t* row, int width) {
  Bytes packed(static_cast<std::size_t>(width + 7) / 8);
  for (int x = 0; x < width; ++x) {
    if (row[x] == 0) packed[x / 8] |= static_cast<std::uint8_t>(0x80 >> (x % 8));
  }
  return packed;
}

void write_directory(TIFF* tiff, const Image& image, Resolution dpi, Tone tone, int quality) {
  const bool bilevel = tone == Tone::kBilevel;
  TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, image.width);
  TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, image.height);
  TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, image.channels);
  TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, bilevel ? 1 : 8);
  TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
  TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, image.height);
  set_resolution(tiff, dpi);
  if (bilevel) {
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
  } else {
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_JPEG);
    TIFFSetField(tiff, TIFFTAG_JPEGQUALITY, quality);
    TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC,
                 image.channels == 3 ? PHOTOMETRIC_YCBCR : PHOTOMETRIC_MINISBLACK);
  }
  for (int y = 0; y < image.height; ++y) {
    Bytes row = bilevel ? packed_row(image.row(y), image.width)
                        : Bytes(image.row(y), image.row(y) + image.stride());
    if (TIFFWriteScanline(tiff, row.data(), static_cast<std::uint32_t>(y)) != 1) {
      throw encoding_error("TIFF page");
    }
  }
  TIFFWriteDirectory(tiff);
}

void append_png(png_structp png, png_bytep data, png_size_t length) {
  auto* bytes = static_cast<Bytes*>(png_get_io_ptr(png));
  bytes->insert(bytes->end(), data, data + length);
}

}  // namespace

Bytes jpeg_of(const Image& image, Resolution dpi, int quality) {
  jpeg_compress_struct state;
  jpeg_error_mgr errors;
  state.err = jpeg_std_error(&errors);
  jpeg_create_compress(&state);
  unsigned char* buffer = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&state, &buffer, &size);
  state.image_width = static_cast<JDIMENSION>(image.width);
  state.image_height = static_cast<JDIMENSION>(image.height);
  state.input_components = image.channels;
  state.in_color_space = image.channels == 3 ? JCS_RGB : JCS_GRAYSCALE;
  jpeg_set_defaults(&state);
  jpeg_set_quality(&state, quality, TRUE);
  state.density_unit = 1;
  state.X_density = static_cast<UINT16>(std::lround(dpi.x));
  state.Y_density = static_cast<UINT16>(std::lround(dpi.y));
  jpeg_start_compress(&state, TRUE);
  while (state.next_scanline < state.image_height) {
    JSAMPROW row = const_cast<JSAMPROW>(image.row(static_cast<int>(state.next_scanline)));
    jpeg_write_scanlines(&state, &row, 1);
  }
  jpeg_finish_compress(&state);
  Bytes bytes(buffer, buffer + size);
  jpeg_destroy_compress(&state);
  std::free(buffer);
  return bytes;
}

Bytes png_of(const Image& image, Resolution dpi) {
  Bytes bytes;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(png, &bytes, append_png, nullptr);
  png_set_IHDR(png, info, static_cast<png_uint_32>(image.width),
               static_cast<png_uint_32>(image.height), 8,
               image.channels == 3 ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_pHYs(png, info, static_cast<png_uint_32>(std::lround(dpi.x / 0.0254)),
               static_cast<png_uint_32>(std::lround(dpi.y / 0.0254)), PNG_RESOLUTION_METER);
  png_write_info(png, info);
  for (int y = 0; y < image.height; ++y) png_write_row(png, image.row(y));
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return bytes;
}

Bytes group4_of(const Image& image) {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "page.tif";
  TIFF* tiff = TIFFOpen(path.c_str(), "w");
  if (tiff == nullptr) throw encoding_error(path.string());
  write_directory(tiff, image, {200, 200}, Tone::kBilevel, 0);
  TIFFClose(tiff);
  tiff = TIFFOpen(path.c_str(), "r");
  if (tiff == nullptr) throw encoding_error(path.string());
  Bytes bytes(static_cast<std::size_t>(TIFFRawStripSize(tiff, 0)));
  TIFFReadRawStrip(tiff, 0, bytes.data(), static_cast<tmsize_t>(bytes.size()));
  TIFFClose(tiff);
  return bytes;
}

void write_tiff(const fs::path& target, const std::vector<Scan>& pages) {
  TIFF* tiff = TIFFOpen(target.c_str(), "w");
  if (tiff == nullptr) throw encoding_error(target.string());
  for (const Scan& page : pages) {
    write_directory(tiff, page.pixels, page.wear.dpi, page.wear.tone, page.wear.jpeg_quality);
  }
  TIFFClose(tiff);
}

}  // namespace sohoa
