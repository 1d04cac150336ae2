#include "pipeline/acquire/jp2_header.h"

#include <cmath>
#include <string>

#include "pipeline/acquire/color.h"

namespace sohoa {

namespace {

constexpr int kBoxesMax = 1000;
constexpr int kComponentsMax = 16;
constexpr double kInchesPerMetre = 0.0254;

std::uint32_t big(ByteView bytes, std::size_t at, std::size_t size) {
  if (at > bytes.size() || bytes.size() - at < size) return 0;
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8 | bytes[at + i];
  return value;
}

struct Jp2Box {
  std::string_view type;
  ByteView content;
};

/// The boxes side by side; ends at one whose length lies. The last may be open-ended.
std::vector<Jp2Box> boxes_in(ByteView bytes) {
  std::vector<Jp2Box> boxes;
  while (bytes.size() >= 8 && boxes.size() < static_cast<std::size_t>(kBoxesMax)) {
    std::uint64_t size = big(bytes, 0, 4);
    std::size_t head = 8;
    if (size == 1) {
      size = std::uint64_t{big(bytes, 8, 4)} << 32 | big(bytes, 12, 4);
      head = 16;
    }
    if (size == 0 || size > bytes.size()) size = bytes.size();
    if (size < head) break;
    boxes.push_back({as_text(bytes.subspan(4, 4)), bytes.subspan(head, size - head)});
    bytes = bytes.subspan(size);
  }
  return boxes;
}

bool is_codestream(ByteView bytes) {
  return big(bytes, 0, 4) == 0xFF4FFF51;  // SOC, SIZ
}

/// The SIZ marker segment.
bool read_size(ByteView codestream, Jp2Header& header) {
  if (!is_codestream(codestream) || codestream.size() < 42) return false;
  const std::uint32_t right = big(codestream, 8, 4);
  const std::uint32_t bottom = big(codestream, 12, 4);
  const std::uint32_t left = big(codestream, 16, 4);
  const std::uint32_t top = big(codestream, 20, 4);
  header.components = static_cast<int>(big(codestream, 40, 2));
  if (right <= left || bottom <= top || right - left > 0x7FFFFFFF || bottom - top > 0x7FFFFFFF ||
      header.components < 1 || header.components > kComponentsMax) {
    return false;
  }
  header.width = static_cast<int>(right - left);
  header.height = static_cast<int>(bottom - top);
  header.bits = static_cast<int>(big(codestream, 42, 1)) + 1;
  for (int i = 0; i < header.components; ++i) {
    const std::size_t at = 42 + 3 * static_cast<std::size_t>(i);
    const bool same = static_cast<int>(big(codestream, at, 1)) + 1 == header.bits;
    // A depth above 38 is a sign bit.
    if (!same || header.bits > 38 || big(codestream, at + 1, 1) != 1 ||
        big(codestream, at + 2, 1) != 1) {
      header.bits = 0;
      break;
    }
  }
  return true;
}

void read_color(ByteView content, Jp2Header& header) {
  const std::uint32_t method = big(content, 0, 1);
  header.color_space.reset();
  if (method == 1) {
    const std::uint32_t number = big(content, 3, 4);
    if (number == 16) header.color_space = ColorSpace::kRgb;
    if (number == 17) header.color_space = ColorSpace::kGrey;
  } else if (method == 2 && content.size() > 3) {
    const ByteView profile = content.subspan(3);
    for (const int components : {1, 3}) {
      if (!is_icc_profile(profile, components)) continue;
      header.color_space = components == 1 ? ColorSpace::kGrey : ColorSpace::kRgb;
      header.icc_profile.assign(profile.begin(), profile.end());
    }
  }
}

/// Samples per metre as fraction and exponent, vertical first.
Resolution read_resolution(ByteView content) {
  const auto per_inch = [&](std::size_t fraction, std::size_t exponent) {
    const std::uint32_t divisor = big(content, fraction + 2, 2);
    if (divisor == 0) return 0.0;
    const auto power = static_cast<std::int8_t>(big(content, exponent, 1));
    return big(content, fraction, 2) / static_cast<double>(divisor) * std::pow(10.0, power) *
           kInchesPerMetre;
  };
  return {per_inch(4, 9), per_inch(0, 8)};
}

/// Opacity channels (types 1 and 2), or colours out of order.
bool is_plain_definition(ByteView content) {
  const std::uint32_t count = big(content, 0, 2);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::size_t at = 2 + std::size_t{6} * i;
    if (big(content, at + 2, 2) != 0 || big(content, at + 4, 2) != big(content, at, 2) + 1) {
      return false;
    }
  }
  return true;
}

void read_image_header(ByteView content, Jp2Header& header) {
  int colors = 0;
  bool plain = true;
  for (const Jp2Box& box : boxes_in(content)) {
    if (box.type == "colr" && ++colors == 1) read_color(box.content, header);
    if (box.type == "pclr") plain = false;
    if (box.type == "cdef" && !is_plain_definition(box.content)) plain = false;
    if (box.type == "res ") {
      for (const Jp2Box& inner : boxes_in(box.content)) {
        if (inner.type == "resc" || (inner.type == "resd" && header.dpi.x == 0)) {
          header.dpi = read_resolution(inner.content);
        }
      }
    }
  }
  header.simple = plain && colors == 1 && header.color_space.has_value();
}

void put(Bytes& out, std::uint32_t value, int size) {
  for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
    out.push_back(static_cast<std::uint8_t>(value >> shift));
  }
}

void put_box(Bytes& out, std::string_view type, const Bytes& content) {
  put(out, static_cast<std::uint32_t>(content.size() + 8), 4);
  out.insert(out.end(), type.begin(), type.end());
  out.insert(out.end(), content.begin(), content.end());
}

}  // namespace

std::optional<Jp2Header> read_jp2_header(ByteView bytes) {
  Jp2Header header;
  if (is_codestream(bytes)) {
    header.bare = true;
    if (!read_size(bytes, header)) return std::nullopt;
    return header;
  }
  bool found = false;
  for (const Jp2Box& box : boxes_in(bytes)) {
    if (box.type == "jp2h") read_image_header(box.content, header);
    if (box.type == "jp2c" && !found) found = read_size(box.content, header);
  }
  if (!found) return std::nullopt;
  const int wanted = header.color_space == ColorSpace::kGrey ? 1 : 3;
  header.simple = header.simple && header.components == wanted;
  return header;
}

Bytes jp2_around(const Jp2Header& header, ByteView codestream) {
  Bytes image;
  put(image, static_cast<std::uint32_t>(header.height), 4);
  put(image, static_cast<std::uint32_t>(header.width), 4);
  put(image, static_cast<std::uint32_t>(header.components), 2);
  put(image, static_cast<std::uint32_t>(header.bits - 1), 1);
  put(image, 7 << 16, 3);  // wavelet compression; colour space known, no rights
  Bytes color;
  put(color, 1, 1);
  put(color, 0, 2);
  put(color, header.components == 1 ? 17 : 16, 4);
  Bytes boxes;
  put_box(boxes, "ihdr", image);
  put_box(boxes, "colr", color);
  const std::string_view kind("jp2 \0\0\0\0jp2 ", 12);
  Bytes out;
  put_box(out, "jP  ", {0x0D, 0x0A, 0x87, 0x0A});
  put_box(out, "ftyp", Bytes(kind.begin(), kind.end()));
  put_box(out, "jp2h", boxes);
  put(out, 0, 4);  // to the end
  for (const char c : {'j', 'p', '2', 'c'}) out.push_back(static_cast<std::uint8_t>(c));
  out.insert(out.end(), codestream.begin(), codestream.end());
  return out;
}

}  // namespace sohoa
