#include "pipeline/acquire/tiff_tags.h"

#include "pipeline/acquire/color.h"

namespace sohoa {

TiffTags read_tiff_tags(TIFF* tiff) {
  TiffTags tags;
  TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &tags.width);
  TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &tags.height);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_BITSPERSAMPLE, &tags.bits);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &tags.samples);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_COMPRESSION, &tags.compression);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_PLANARCONFIG, &tags.planar);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_FILLORDER, &tags.fill_order);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_ORIENTATION, &tags.orientation);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLEFORMAT, &tags.sample_format);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_INKSET, &tags.ink_set);
  // Fax machines leave the meaning of a bit out; it is the usual one.
  if (TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &tags.photometric) == 0) {
    tags.photometric = tags.samples >= 3 ? PHOTOMETRIC_RGB : PHOTOMETRIC_MINISWHITE;
  }
  if (tags.compression == COMPRESSION_CCITTFAX3) {
    TIFFGetField(tiff, TIFFTAG_GROUP3OPTIONS, &tags.group3_options);
  }
  tags.tiled = TIFFIsTiled(tiff) != 0;
  return tags;
}

Resolution read_tiff_resolution(TIFF* tiff) {
  float x = 0;
  float y = 0;
  std::uint16_t unit = RESUNIT_INCH;
  TIFFGetField(tiff, TIFFTAG_XRESOLUTION, &x);
  TIFFGetField(tiff, TIFFTAG_YRESOLUTION, &y);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_RESOLUTIONUNIT, &unit);
  if (unit == RESUNIT_NONE) return {};
  if (x <= 0) x = y;
  if (y <= 0) y = x;
  const double per_unit = unit == RESUNIT_CENTIMETER ? 2.54 : 1;
  return {x * per_unit, y * per_unit};
}

Bytes read_tiff_palette(TIFF* tiff, int bits) {
  std::uint16_t* channel[3] = {};
  if (TIFFGetField(tiff, TIFFTAG_COLORMAP, &channel[0], &channel[1], &channel[2]) == 0) return {};
  const int count = 1 << bits;
  // Some writers put 8-bit values where 16 are asked for.
  bool wide = false;
  for (int i = 0; i < count; ++i) {
    for (const std::uint16_t* values : channel) wide = wide || values[i] > 255;
  }
  Bytes palette;
  for (int i = 0; i < count; ++i) {
    for (const std::uint16_t* values : channel) {
      palette.push_back(static_cast<std::uint8_t>(wide ? values[i] >> 8 : values[i]));
    }
  }
  return palette;
}

Bytes read_tiff_profile(TIFF* tiff, int components) {
  std::uint32_t size = 0;
  void* data = nullptr;
  if (TIFFGetField(tiff, TIFFTAG_ICCPROFILE, &size, &data) == 0) return {};
  const ByteView profile(static_cast<const std::uint8_t*>(data), size);
  if (!is_icc_profile(profile, components)) return {};
  return Bytes(profile.begin(), profile.end());
}

}  // namespace sohoa
