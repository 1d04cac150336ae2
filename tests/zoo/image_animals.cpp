#include <webp/encode.h>

#include "pipeline/acquire/orientation.h"
#include "tests/acquire/bmp_files.h"
#include "tests/acquire/jpeg2000_files.h"
#include "tests/acquire/jpeg_files.h"
#include "tests/acquire/png_files.h"
#include "tests/acquire/tiff_files.h"
#include "tests/zoo/animals.h"

namespace sohoa::test {

namespace {

constexpr int kWidth = 96, kHeight = 64;

Image grey() { return picture(1, kWidth, kHeight); }
Image colour() { return picture(3, kWidth, kHeight); }
Image bilevel() { return bilevel_picture(kWidth, kHeight); }

/// Each sample twice as wide: 16 bits.
Bytes wide(const Bytes& samples) {
  Bytes pairs;
  for (const std::uint8_t value : samples) pairs.insert(pairs.end(), {value, value});
  return pairs;
}

/// With opacity as a last channel that fades from left to right, and what is seen over white.
struct Faded {
  Bytes samples;
  Image seen;
};

Faded faded(const Image& image) {
  Faded made{{}, image};
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      const int alpha = 255 - x * 255 / (image.width - 1);
      for (int k = 0; k < image.channels; ++k) {
        std::uint8_t& value = made.seen.row(y)[x * image.channels + k];
        made.samples.push_back(value);
        value = static_cast<std::uint8_t>((value * alpha + 255 * (255 - alpha)) / 255);
      }
      made.samples.push_back(static_cast<std::uint8_t>(alpha));
    }
  }
  return made;
}

// PNG ---------------------------------------------------------------------------------------------

/// Columns of `1 << bits` colours.
Animal png_palette(int bits) {
  const int colours = 1 << bits;
  PngOptions options;
  options.type = PNG_COLOR_TYPE_PALETTE;
  options.bits = bits;
  for (int i = 0; i < colours; ++i) {
    const auto value = static_cast<std::uint8_t>(i * 255 / (colours - 1));
    options.palette.push_back({value, static_cast<std::uint8_t>(255 - value), 90});
  }
  Bytes rows(static_cast<std::size_t>(kWidth) * bits / 8 * kHeight, 0);
  Image seen = colour();
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) {
      const int index = x * colours / kWidth;
      const int bit = x * bits;
      rows[y * kWidth * bits / 8 + bit / 8] |=
          static_cast<std::uint8_t>(index << (8 - bits - bit % 8));
      const png_color& entry = options.palette[index];
      const std::uint8_t values[3] = {entry.red, entry.green, entry.blue};
      std::copy_n(values, 3, seen.row(y) + 3 * x);
    }
  }
  return {"png-palette-" + std::to_string(bits) + ".png", write_png(rows, kWidth, kHeight, options),
          seen};
}

// TIFF --------------------------------------------------------------------------------------------

Animal fax(const std::string& name, int compression, int photometric, TiffOptions options = {}) {
  options.compression = compression;
  options.photometric = photometric;
  return {"tiff-" + name + ".tif", write_bilevel(bilevel(), options), bilevel()};
}

Animal tiff(const std::string& name, const Image& image, const TiffOptions& options = {}) {
  return {"tiff-" + name + ".tif", write_tiff(image, options), image};
}

void add_faxes(Animals& animals) {
  constexpr int kWhite = PHOTOMETRIC_MINISWHITE, kBlack = PHOTOMETRIC_MINISBLACK;
  animals.push_back(fax("g4-white-is-0", COMPRESSION_CCITTFAX4, kWhite));
  animals.push_back(fax("g4-black-is-0", COMPRESSION_CCITTFAX4, kBlack));
  animals.push_back(fax("g3", COMPRESSION_CCITTFAX3, kWhite));
  TiffOptions options;
  options.group3_options = GROUP3OPT_2DENCODING;
  animals.push_back(fax("g3-2d", COMPRESSION_CCITTFAX3, kWhite, options));
  options.group3_options = GROUP3OPT_FILLBITS;
  animals.push_back(fax("g3-fill-bits", COMPRESSION_CCITTFAX3, kBlack, options));
  animals.push_back(fax("rle", COMPRESSION_CCITTRLE, kWhite));
  options = {};
  options.fill_order = FILLORDER_LSB2MSB;
  animals.push_back(fax("g4-fill-order", COMPRESSION_CCITTFAX4, kWhite, options));
  options = {};
  options.rows_per_strip = 9;
  animals.push_back(fax("g4-strips", COMPRESSION_CCITTFAX4, kWhite, options));
  animals.push_back(fax("bilevel-packbits", COMPRESSION_PACKBITS, kBlack));
  animals.push_back(fax("bilevel-lzw", COMPRESSION_LZW, kWhite));
  options = {};
  options.dpi_x = 204;
  options.dpi_y = 98;
  animals.push_back(fax("fax-204-by-98", COMPRESSION_CCITTFAX4, kWhite, options));
  animals.back().far_max = 0.03;
}

void add_tiffs(Animals& animals) {
  TiffOptions options;
  for (const int compression : {COMPRESSION_NONE, COMPRESSION_LZW, COMPRESSION_ADOBE_DEFLATE}) {
    options.compression = compression;
    animals.push_back(tiff("grey-" + std::to_string(compression), grey(), options));
    animals.push_back(tiff("colour-" + std::to_string(compression), colour(), options));
  }
  options = {};
  options.compression = COMPRESSION_JPEG;
  options.photometric = PHOTOMETRIC_YCBCR;
  animals.push_back(tiff("jpeg", colour(), options));
  options.rows_per_strip = 16;
  animals.push_back(tiff("jpeg-strips", colour(), options));
  options = {};
  options.tile = 32;
  animals.push_back(tiff("tiles", colour(), options));
  options = {};
  options.planar = PLANARCONFIG_SEPARATE;
  animals.push_back(tiff("planes", colour(), options));
  options = {};
  options.mode = "w8";
  animals.push_back(tiff("big", colour(), options));
  options = {};
  options.bits = 16;
  Animal deep{"tiff-16-bits.tif", write_tiff(wide(grey().data), kWidth, kHeight, options), grey()};
  animals.push_back(deep);
  options.samples = 3;
  options.photometric = PHOTOMETRIC_RGB;
  animals.push_back(
      {"tiff-48-bits.tif", write_tiff(wide(colour().data), kWidth, kHeight, options), colour()});
  options = {};
  options.orientation = ORIENTATION_RIGHTTOP;
  animals.push_back({"tiff-turned.tif", write_tiff(colour(), options), oriented(colour(), 6)});
  options = {};
  options.photometric = PHOTOMETRIC_MINISWHITE;
  Image negative = grey();
  for (std::uint8_t& value : negative.data) value = static_cast<std::uint8_t>(255 - value);
  animals.push_back({"tiff-white-is-0.tif", write_tiff(grey(), options), negative});
  options = {};
  options.samples = 4;
  options.photometric = PHOTOMETRIC_RGB;
  options.extra_sample = EXTRASAMPLE_UNASSALPHA;
  const Faded glass = faded(colour());
  animals.push_back(
      {"tiff-opacity.tif", write_tiff(glass.samples, kWidth, kHeight, options), glass.seen});
  options = {};
  options.pages = 3;
  animals.push_back(tiff("three-pages", colour(), options));
}

// JPEG 2000 ---------------------------------------------------------------------------------------

Animal jpeg2000(const std::string& name, const Image& image, OPJ_COLOR_SPACE space, int bits = 8) {
  Jpeg2000Options options;
  options.space = space;
  options.bits = bits;
  return {"jp2-" + name + ".jp2", write_jpeg2000(image, options), image};
}

// Others ------------------------------------------------------------------------------------------

Bytes text(const std::string& characters) { return Bytes(characters.begin(), characters.end()); }

Bytes with_head(const std::string& head, const Bytes& data) {
  Bytes file = text(head);
  file.insert(file.end(), data.begin(), data.end());
  return file;
}

std::string size_text() { return std::to_string(kWidth) + ' ' + std::to_string(kHeight) + '\n'; }

void add_netpbms(Animals& animals) {
  Bytes black = packed_bits(bilevel());
  for (std::uint8_t& byte : black) byte = static_cast<std::uint8_t>(~byte);
  animals.push_back({"pnm-bitmap.pbm", with_head("P4\n" + size_text(), black), bilevel()});
  animals.push_back(
      {"pnm-grey.pgm", with_head("P5\n" + size_text() + "255\n", grey().data), grey()});
  animals.push_back(
      {"pnm-colour.ppm", with_head("P6\n" + size_text() + "255\n", colour().data), colour()});
  animals.push_back(
      {"pnm-16-bits.pgm", with_head("P5\n" + size_text() + "65535\n", wide(grey().data)), grey()});
  std::string words = "P2\n# plain\n" + size_text() + "255\n";
  for (const std::uint8_t value : grey().data) words += std::to_string(value) + '\n';
  animals.push_back({"pnm-plain.pgm", text(words), grey()});
}

void add_bitmaps(Animals& animals) {
  const Image image = colour();
  Bytes rows, eight, palette;
  Image seen = image;
  for (int y = kHeight - 1; y >= 0; --y) {
    for (int x = 0; x < kWidth; ++x) {
      const std::uint8_t* pixel = image.row(y) + 3 * x;
      rows.insert(rows.end(), {pixel[2], pixel[1], pixel[0]});
      eight.push_back(static_cast<std::uint8_t>(x));
    }
  }
  for (int i = 0; i < kWidth; ++i) {
    const auto value = static_cast<std::uint8_t>(2 * i);
    palette.insert(palette.end(), {value, 80, static_cast<std::uint8_t>(255 - value), 0});
    for (int y = 0; y < kHeight; ++y) {
      const std::uint8_t shown[3] = {static_cast<std::uint8_t>(255 - value), 80, value};
      std::copy_n(shown, 3, seen.row(y) + 3 * i);
    }
  }
  animals.push_back({"bmp-24-bits.bmp", bmp(kWidth, kHeight, 24, 0, {}, rows), image});
  animals.push_back({"bmp-palette.bmp", bmp(kWidth, kHeight, 8, 0, palette, eight), seen});
}

Bytes taken(std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, data + size);
  WebPFree(data);
  return bytes;
}

void add_webps(Animals& animals) {
  const Image image = colour();
  std::uint8_t* data = nullptr;
  std::size_t size = WebPEncodeRGB(image.data.data(), kWidth, kHeight, kWidth * 3, 95, &data);
  animals.push_back({"webp-lossy.webp", taken(data, size), image});
  const Faded glass = faded(image);
  size = WebPEncodeLosslessRGBA(glass.samples.data(), kWidth, kHeight, kWidth * 4, &data);
  animals.push_back({"webp-opacity.webp", taken(data, size), glass.seen});
}

}  // namespace

Animals png_animals() {
  Animals animals = {{"png-grey.png", write_png(grey()), grey()},
                     {"png-colour.png", write_png(colour()), colour()}};
  for (const int bits : {1, 2, 4, 8}) {
    animals.push_back(png_palette(bits));
    animals.back().far_max = 0.03;
  }
  PngOptions options;
  options.type = PNG_COLOR_TYPE_GRAY;
  options.bits = 1;
  animals.push_back(
      {"png-bilevel.png", write_png(packed_bits(bilevel()), kWidth, kHeight, options), bilevel()});
  options.bits = 16;
  animals.push_back(
      {"png-16-bits.png", write_png(wide(grey().data), kWidth, kHeight, options), grey()});
  options.type = PNG_COLOR_TYPE_RGB;
  animals.push_back(
      {"png-48-bits.png", write_png(wide(colour().data), kWidth, kHeight, options), colour()});
  options = {};
  options.type = PNG_COLOR_TYPE_RGB_ALPHA;
  Faded glass = faded(colour());
  animals.push_back(
      {"png-opacity.png", write_png(glass.samples, kWidth, kHeight, options), glass.seen});
  options.type = PNG_COLOR_TYPE_GRAY_ALPHA;
  glass = faded(grey());
  animals.push_back(
      {"png-grey-opacity.png", write_png(glass.samples, kWidth, kHeight, options), glass.seen});
  options = {};
  options.interlaced = true;
  animals.push_back({"png-interlaced.png", write_png(colour(), options), colour()});
  options = {};
  options.exif = exif_block(8);
  animals.push_back({"png-turned.png", write_png(colour(), options), oriented(colour(), 8)});
  options = {};
  options.dots_per_metre = 0;
  animals.push_back({"png-without-resolution.png", write_png(colour(), options), colour()});
  animals.push_back({"png-cut.png", cut_short(write_png(colour()), 0.7), {}, "ends early"});
  return animals;
}

Animals tiff_animals() {
  Animals animals;
  add_faxes(animals);
  add_tiffs(animals);
  return animals;
}

Animals jpeg2000_animals() {
  Animals animals = {jpeg2000("grey", grey(), OPJ_CLRSPC_GRAY),
                     jpeg2000("colour", colour(), OPJ_CLRSPC_SRGB),
                     jpeg2000("12-bits", grey(), OPJ_CLRSPC_GRAY, 12),
                     jpeg2000("16-bits", grey(), OPJ_CLRSPC_GRAY, 16),
                     jpeg2000("48-bits", colour(), OPJ_CLRSPC_SRGB, 16)};
  Jpeg2000Options options;
  options.bare = true;
  animals.push_back({"jp2-bare.j2k", write_jpeg2000(colour(), options), colour()});
  options = {};
  options.opacity = true;
  const Faded glass = faded(colour());
  Image four{kWidth, kHeight, 4, glass.samples};
  animals.push_back({"jp2-opacity.jp2", write_jpeg2000(four, options), glass.seen});
  animals.push_back(
      {"jp2-cut.jp2", cut_short(write_jpeg2000(picture(3, 300, 200)), 0.6), {}, "ends early"});
  return animals;
}

Animals other_image_animals() {
  Animals animals;
  add_netpbms(animals);
  add_bitmaps(animals);
  add_webps(animals);
  animals.push_back(
      {"nothing.bin", text("these are no bytes of a scan"), {}, "is no kind of file"});
  return animals;
}

}  // namespace sohoa::test
