#include "pipeline/acquire/png.h"

#include <png.h>
#include <zlib.h>

#include <algorithm>
#include <cstring>

#include "pipeline/acquire/color.h"
#include "pipeline/acquire/exif.h"
#include "pipeline/acquire/flate.h"
#include "pipeline/base/digest.h"

namespace sohoa {

namespace {

constexpr std::size_t kSignatureBytes = 8;
constexpr std::size_t kChunkFrameBytes = 12;  // length, type, checksum
constexpr std::size_t kProfileBytesMax = 4 << 20;
constexpr double kInchesPerMetre = 0.0254;
constexpr std::uint8_t kPaletteType = 3;
constexpr std::uint8_t kAlphaBit = 4;

std::uint32_t u32(const std::uint8_t* at) {
  return std::uint32_t{at[0]} << 24 | std::uint32_t{at[1]} << 16 | std::uint32_t{at[2]} << 8 |
         at[3];
}

struct Header {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  int bits = 0;
  int type = 0;
  bool interlaced = false;
};

/// The chunks that matter, with their checksums looked at.
struct Chunks {
  Header header;
  Bytes palette;
  bool transparent = false;
  Resolution dpi;
  Exif exif;
  Bytes icc_profile;
  std::vector<ByteView> data;
  bool ended = false;
};

Header read_header(const DecodeTask& task, ByteView data) {
  if (data.size() != 13) throw damaged(task, "the PNG header is damaged");
  const Header header{u32(&data[0]), u32(&data[4]), data[8], data[9], data[12] != 0};
  check_size(task, header.width, header.height);
  const bool known_bits = header.bits == 1 || header.bits == 2 || header.bits == 4 ||
                          header.bits == 8 || header.bits == 16;
  const bool known_type = header.type == 0 || header.type == 2 || header.type == 3 ||
                          header.type == 4 || header.type == 6;
  const bool fits = header.type == 0 || (header.type == 3 && header.bits <= 8) || header.bits >= 8;
  if (!known_bits || !known_type || !fits || data[10] != 0 || data[11] != 0 || data[12] > 1) {
    throw damaged(task, "the PNG header is damaged");
  }
  return header;
}

/// iCCP: a name, a zero, the method, zlib data.
Bytes read_profile(const DecodeTask& task, ByteView data) {
  const auto end = std::find(data.begin(), data.end(), 0);
  if (data.end() - end < 2) return {};
  try {
    return inflate(task, data.subspan(static_cast<std::size_t>(end - data.begin()) + 2),
                   kProfileBytesMax);
  } catch (const Error&) {
    return {};  // colour management is worth no page
  }
}

void take_chunk(const DecodeTask& task, std::string_view type, ByteView data, Chunks& chunks) {
  if (type == "PLTE") chunks.palette.assign(data.begin(), data.end());
  if (type == "tRNS") chunks.transparent = true;
  if (type == "iCCP") chunks.icc_profile = read_profile(task, data);
  if (type == "eXIf") chunks.exif = read_exif(data);
  if (type == "IDAT") chunks.data.push_back(data);
  if (type == "IEND") chunks.ended = true;
  if (type == "pHYs" && data.size() == 9 && data[8] == 1) {
    chunks.dpi = {u32(&data[0]) * kInchesPerMetre, u32(&data[4]) * kInchesPerMetre};
  }
}

Chunks read_chunks(const DecodeTask& task, ByteView file) {
  Chunks chunks;
  std::size_t at = kSignatureBytes;
  while (!chunks.ended) {
    if (file.size() - at < kChunkFrameBytes) throw ends_early(task);
    const std::size_t size = u32(&file[at]);
    if (file.size() - at - kChunkFrameBytes < size) throw ends_early(task);
    const ByteView checked = file.subspan(at + 4, size + 4);
    if (::crc32_z(0, checked.data(), checked.size()) != u32(&file[at + 8 + size])) {
      throw damaged(task, "image data is damaged (a checksum does not fit)");
    }
    const std::string_view type = as_text(checked.first(4));
    if (at == kSignatureBytes) {
      if (type != "IHDR") throw damaged(task, "the PNG header is damaged");
      chunks.header = read_header(task, checked.subspan(4));
    }
    take_chunk(task, type, checked.subspan(4), chunks);
    at += kChunkFrameBytes + size;
  }
  if (chunks.data.empty()) throw ends_early(task);
  return chunks;
}

MasterImage describe(const Chunks& chunks) {
  const Header& header = chunks.header;
  MasterImage form;
  form.codec = Codec::kFlate;
  form.flate.predictor = 15;
  form.width = static_cast<int>(header.width);
  form.height = static_cast<int>(header.height);
  form.bits_per_component = header.bits;
  form.color_space = header.type == kPaletteType ? ColorSpace::kIndexed
                     : (header.type & 2) != 0    ? ColorSpace::kRgb
                                                 : ColorSpace::kGrey;
  if (form.color_space == ColorSpace::kIndexed) form.palette = chunks.palette;
  const int components = form.color_space == ColorSpace::kGrey ? 1 : 3;
  if (is_icc_profile(chunks.icc_profile, components) && form.palette.empty()) {
    form.icc_profile = chunks.icc_profile;
  }
  return form;
}

/// libpng leaves by longjmp: no object with a destructor may come to life in its functions.
struct PngReader {
  png_structp png = nullptr;
  png_infop info = nullptr;
  ByteView left;
  bool short_data = false;

  explicit PngReader(ByteView file) : left(file) {
    png = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, on_error, on_warning);
    if (png != nullptr) info = png_create_info_struct(png);
  }
  ~PngReader() { png_destroy_read_struct(&png, &info, nullptr); }
  PngReader(const PngReader&) = delete;
  PngReader& operator=(const PngReader&) = delete;

  [[noreturn]] static void on_error(png_structp png, png_const_charp) { png_longjmp(png, 1); }
  static void on_warning(png_structp, png_const_charp) {}
  static void on_read(png_structp png, png_bytep out, std::size_t size) {
    PngReader& self = *static_cast<PngReader*>(png_get_io_ptr(png));
    if (self.left.size() < size) {
      self.short_data = true;
      png_longjmp(png, 1);
    }
    std::memcpy(out, self.left.data(), size);
    self.left = self.left.subspan(size);
  }
};

/// 8-bit grey or RGB composited on white, interlace undone.
bool decode_all(PngReader& reader, Image& image, std::vector<png_bytep>& rows) {
  if (setjmp(png_jmpbuf(reader.png)) != 0) return false;
  png_set_read_fn(reader.png, &reader, PngReader::on_read);
  png_set_user_limits(reader.png, kSideMax, kSideMax);
  png_read_info(reader.png, reader.info);
  png_set_expand(reader.png);
  png_set_scale_16(reader.png);
  png_color_16 white{};
  white.red = white.green = white.blue = white.gray = 255;
  const int type = png_get_color_type(reader.png, reader.info);
  if ((type & PNG_COLOR_MASK_ALPHA) != 0 ||
      png_get_valid(reader.png, reader.info, PNG_INFO_tRNS) != 0) {
    png_set_background(reader.png, &white, PNG_BACKGROUND_GAMMA_SCREEN, 0, 1.0);
  }
  png_set_interlace_handling(reader.png);
  png_read_update_info(reader.png, reader.info);
  if (png_get_rowbytes(reader.png, reader.info) != image.stride()) return false;
  png_read_image(reader.png, rows.data());
  return true;
}

Image decode(const DecodeTask& task, ByteView file, const Header& header) {
  const bool colour = (header.type & 2) != 0;
  Image image = make_image(task, static_cast<int>(header.width), static_cast<int>(header.height),
                           colour ? 3 : 1);
  std::vector<png_bytep> rows;
  for (int y = 0; y < image.height; ++y) rows.push_back(image.row(y));
  PngReader reader(file);
  if (reader.info == nullptr || !decode_all(reader, image, rows)) {
    throw reader.short_data ? ends_early(task) : damaged(task, "image data is damaged");
  }
  return image;
}

MasterImage store_again(MasterImage form, const Image& pixels) {
  form.color_space = pixels.channels == 1 ? ColorSpace::kGrey : ColorSpace::kRgb;
  form.bits_per_component = 8;
  form.palette.clear();
  return store_flate(std::move(form), pixels.data);
}

}  // namespace

SourceImage read_png(const DecodeTask& task, Bytes file) {
  const Chunks chunks = read_chunks(task, file);
  const Header& header = chunks.header;
  SourceImage image;
  image.dpi = better_resolution(chunks.dpi, chunks.exif.dpi);
  image.orientation = chunks.exif.orientation;
  image.master = describe(chunks);
  if (header.interlaced || chunks.transparent || (header.type & kAlphaBit) != 0) {
    image.pixels = decode(task, file, header);
    image.master = store_again(std::move(image.master), image.pixels);
    return image;
  }
  if (image.master.color_space == ColorSpace::kIndexed && image.master.palette.empty()) {
    throw damaged(task, "the PNG has no palette");
  }
  for (const ByteView piece : chunks.data) {
    image.master.bytes.insert(image.master.bytes.end(), piece.begin(), piece.end());
  }
  image.master.original = true;
  image.master.sha256 = sha256_of(image.master.bytes);
  image.pixels = decode_flate(task, image.master);
  return image;
}

}  // namespace sohoa
