#include "pipeline/acquire/bmp.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

#include "pipeline/acquire/ccitt.h"
#include "pipeline/acquire/flate.h"
#include "pipeline/acquire/samples.h"

namespace sohoa {

namespace {

constexpr double kInchesPerMetre = 0.0254;
constexpr std::size_t kFileHeaderBytes = 14;
constexpr std::uint32_t kCoreHeaderBytes = 12;  // OS/2 1.x

enum Compression : std::uint32_t {
  kNone = 0,
  kRle8 = 1,
  kRle4 = 2,
  kBitFields = 3,
  kAlphaFields = 6
};

std::uint32_t little(ByteView file, std::size_t at, std::size_t size) {
  if (at > file.size() || file.size() - at < size) return 0;
  std::uint32_t value = 0;
  for (std::size_t i = size; i-- > 0;) value = value << 8 | file[at + i];
  return value;
}

struct Header {
  int width = 0;
  int height = 0;
  bool top_down = false;
  std::uint32_t bits = 0;
  std::uint32_t compression = kNone;
  std::array<std::uint32_t, 3> masks{};  // R, G, B
  std::size_t pixels_at = 0;
  Bytes palette;
  Resolution dpi;
};

Bytes read_palette(ByteView file, std::size_t at, std::size_t colour_bytes, std::uint32_t count) {
  Bytes palette;
  for (std::uint32_t i = 0; i < count; ++i, at += colour_bytes) {
    if (at + 3 > file.size()) break;
    palette.insert(palette.end(), {file[at + 2], file[at + 1], file[at]});
  }
  return palette;
}

std::array<std::uint32_t, 3> masks_of(ByteView file, const Header& header) {
  if (header.compression == kBitFields || header.compression == kAlphaFields) {
    return {little(file, 54, 4), little(file, 58, 4), little(file, 62, 4)};
  }
  if (header.bits == 16) return {0x7C00, 0x03E0, 0x001F};
  return {0xFF0000, 0x00FF00, 0x0000FF};
}

void check_form(const DecodeTask& task, const Header& header) {
  const std::uint32_t b = header.bits;
  const std::uint32_t c = header.compression;
  const bool fits = (c == kNone && (b == 1 || b == 4 || b == 8 || b == 16 || b == 24 || b == 32)) ||
                    (c == kRle8 && b == 8) || (c == kRle4 && b == 4) ||
                    ((c == kBitFields || c == kAlphaFields) && (b == 16 || b == 32));
  if (!fits) throw damaged(task, "this kind of BMP is not supported");
}

Header read_header(const DecodeTask& task, ByteView file) {
  if (file.size() < kFileHeaderBytes + kCoreHeaderBytes) throw ends_early(task);
  Header header;
  header.pixels_at = little(file, 10, 4);
  const std::uint32_t size = little(file, 14, 4);
  const bool core = size == kCoreHeaderBytes;
  std::uint32_t colours = 0;
  std::int64_t width = 0;
  std::int64_t height = 0;
  if (core) {
    width = little(file, 18, 2);
    height = little(file, 20, 2);
    header.bits = little(file, 24, 2);
  } else {
    width = static_cast<std::int32_t>(little(file, 18, 4));
    height = static_cast<std::int32_t>(little(file, 22, 4));
    header.bits = little(file, 28, 2);
    header.compression = little(file, 30, 4);
    header.dpi = {little(file, 38, 4) * kInchesPerMetre, little(file, 42, 4) * kInchesPerMetre};
    colours = little(file, 46, 4);
  }
  header.top_down = height < 0;
  height = height < 0 ? -height : height;
  check_size(task, static_cast<std::uint64_t>(std::max<std::int64_t>(width, 0)),
             static_cast<std::uint64_t>(height));
  header.width = static_cast<int>(width);
  header.height = static_cast<int>(height);
  check_form(task, header);
  header.masks = masks_of(file, header);
  if (header.bits <= 8) {
    const std::uint32_t most = 1U << header.bits;
    const std::size_t at = kFileHeaderBytes + size;
    header.palette =
        read_palette(file, at, core ? 3 : 4, colours == 0 || colours > most ? most : colours);
  }
  return header;
}

/// Two-byte commands: a run of a colour, or an escape: end of line, end of bitmap, move, literals.
class RunDecoder {
 public:
  RunDecoder(const DecodeTask& task, const Header& header, ByteView data)
      : task_(task), header_(header), data_(data), half_(header.compression == kRle4) {}

  /// One byte a pixel, rows from the bottom.
  Bytes decode() {
    indexes_.assign(static_cast<std::size_t>(header_.width) * header_.height, 0);
    while (!ended_) {
      const int count = next();
      const int value = next();
      if (count > 0) {
        for (int i = 0; i < count; ++i) put(colour(value, i));
      } else {
        escape(value);
      }
    }
    return std::move(indexes_);
  }

 private:
  int next() {
    if (at_ >= data_.size()) throw ends_early(task_);
    return data_[at_++];
  }
  int colour(int byte, int index) const {
    if (!half_) return byte;
    return index % 2 == 0 ? byte >> 4 : byte & 15;
  }
  void put(int index) {
    if (x_ < header_.width && y_ < header_.height) {
      indexes_[static_cast<std::size_t>(y_) * header_.width + x_] =
          static_cast<std::uint8_t>(index);
    }
    ++x_;
  }
  void escape(int value) {
    if (value == 0) {
      x_ = 0;
      ended_ = ++y_ > header_.height;
    } else if (value == 1) {
      ended_ = true;
    } else if (value == 2) {
      x_ = std::min(x_ + next(), header_.width);
      y_ = std::min(y_ + next(), header_.height);
    } else {
      literals(value);
    }
  }
  void literals(int count) {
    const int bytes = half_ ? (count + 1) / 2 : count;
    for (int i = 0; i < bytes; ++i) {
      const int byte = next();
      put(colour(byte, 0));
      if (half_ && 2 * i + 1 < count) put(colour(byte, 1));
    }
    if (bytes % 2 != 0) next();
  }

  const DecodeTask& task_;
  const Header& header_;
  ByteView data_;
  bool half_;
  std::size_t at_ = 0;
  int x_ = 0;
  int y_ = 0;
  bool ended_ = false;
  Bytes indexes_;
};

/// A value under a mask, stretched to 8 bits.
std::uint8_t channel(std::uint32_t pixel, std::uint32_t mask) {
  if (mask == 0) return 0;
  const std::uint64_t value = (pixel & mask) >> std::countr_zero(mask);
  const std::uint64_t top = mask >> std::countr_zero(mask);
  return static_cast<std::uint8_t>((value * 255 + top / 2) / top);
}

void convert_row(const Header& header, const std::uint8_t* in, std::uint8_t* out) {
  const std::size_t bytes = header.bits / 8;
  for (int x = 0; x < header.width; ++x, in += bytes, out += 3) {
    if (header.bits == 24) {
      out[0] = in[2];
      out[1] = in[1];
      out[2] = in[0];
      continue;
    }
    const std::uint32_t pixel = little({in, bytes}, 0, bytes);
    for (int k = 0; k < 3; ++k) out[k] = channel(pixel, header.masks[static_cast<std::size_t>(k)]);
  }
}

MasterImage form_of(const Header& header) {
  MasterImage form;
  form.width = header.width;
  form.height = header.height;
  if (header.bits > 8) {
    form.color_space = ColorSpace::kRgb;
    return form;
  }
  const bool runs = header.compression == kRle8 || header.compression == kRle4;
  form.bits_per_component = runs ? 8 : static_cast<int>(header.bits);
  form.color_space = ColorSpace::kIndexed;
  form.palette = header.palette;
  // Black and white, in either order, is a bilevel scan.
  const Bytes black_white = {0, 0, 0, 255, 255, 255};
  const Bytes white_black = {255, 255, 255, 0, 0, 0};
  if (form.bits_per_component == 1 &&
      (form.palette == black_white || form.palette == white_black)) {
    if (form.palette == white_black) form.decode = {1, 0};
    form.color_space = ColorSpace::kGrey;
    form.palette.clear();
  }
  return form;
}

/// Packed rows from the top.
Bytes read_samples(const DecodeTask& task, ByteView file, const Header& header,
                   const MasterImage& form) {
  if (header.pixels_at > file.size()) throw ends_early(task);
  ByteView data = file.subspan(header.pixels_at);
  const std::size_t stride = packed_stride(form);
  std::size_t file_stride = (static_cast<std::size_t>(header.width) * header.bits + 31) / 32 * 4;
  Bytes unpacked;
  if (header.compression == kRle8 || header.compression == kRle4) {
    unpacked = RunDecoder(task, header, data).decode();
    data = unpacked;
    file_stride = stride;
  }
  if (data.size() < file_stride * header.height) throw ends_early(task);
  Bytes samples(stride * header.height);
  for (int y = 0; y < header.height; ++y) {
    const int from = header.top_down ? y : header.height - 1 - y;
    const std::uint8_t* in = data.data() + from * file_stride;
    std::uint8_t* out = samples.data() + y * stride;
    if (header.bits <= 8) {
      std::memcpy(out, in, stride);
    } else {
      convert_row(header, in, out);
    }
  }
  return samples;
}

}  // namespace

SourceImage read_bmp(const DecodeTask& task, ByteView file) {
  const Header header = read_header(task, file);
  MasterImage form = form_of(header);
  const Bytes samples = read_samples(task, file, header, form);
  SourceImage image;
  image.dpi = header.dpi;
  image.pixels = pixels_of(task, form, samples);
  const bool bilevel = form.bits_per_component == 1 && form.color_space == ColorSpace::kGrey;
  image.master =
      bilevel ? store_g4(std::move(form), samples) : store_flate(std::move(form), samples);
  return image;
}

}  // namespace sohoa
