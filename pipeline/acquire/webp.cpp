#include "pipeline/acquire/webp.h"

#include <webp/decode.h>

#include <utility>

#include "pipeline/acquire/exif.h"
#include "pipeline/acquire/flate.h"

namespace sohoa {

namespace {

constexpr std::size_t kRiffHeaderBytes = 12;
constexpr std::size_t kChunkHeaderBytes = 8;

std::size_t u32(ByteView file, std::size_t at) {
  return file[at] | file[at + 1] << 8 | file[at + 2] << 16 | std::size_t{file[at + 3]} << 24;
}

Exif find_exif(ByteView file) {
  std::size_t at = kRiffHeaderBytes;
  while (at + kChunkHeaderBytes <= file.size()) {
    const std::size_t size = u32(file, at + 4);
    const ByteView data = file.subspan(at + kChunkHeaderBytes);
    if (size > data.size()) break;
    if (as_text(file.subspan(at, 4)) == "EXIF") return read_exif(data.first(size));
    at += kChunkHeaderBytes + size + size % 2;
  }
  return {};
}

/// RGBA in place to RGB on white.
Image on_white(const DecodeTask& task, const Bytes& rgba, int width, int height) {
  Image image = make_image(task, width, height, 3);
  const std::uint8_t* in = rgba.data();
  for (std::size_t i = 0; i < image.data.size(); i += 3, in += 4) {
    for (int k = 0; k < 3; ++k) {
      image.data[i + k] =
          static_cast<std::uint8_t>((in[k] * in[3] + 255 * (255 - in[3]) + 127) / 255);
    }
  }
  return image;
}

}  // namespace

SourceImage read_webp(const DecodeTask& task, ByteView file) {
  WebPBitstreamFeatures features;
  const VP8StatusCode status = WebPGetFeatures(file.data(), file.size(), &features);
  if (status == VP8_STATUS_NOT_ENOUGH_DATA) throw ends_early(task);
  if (status != VP8_STATUS_OK) throw damaged(task, "cannot be decoded as WebP");
  check_size(task, static_cast<std::uint64_t>(features.width),
             static_cast<std::uint64_t>(features.height));
  if (features.has_animation != 0) throw damaged(task, "an animated WebP is no scan");
  SourceImage image;
  const Exif exif = find_exif(file);
  image.orientation = exif.orientation;
  image.dpi = exif.dpi;
  bool decoded = false;
  if (features.has_alpha != 0) {
    Bytes rgba(static_cast<std::size_t>(features.width) * features.height * 4);
    decoded = WebPDecodeRGBAInto(file.data(), file.size(), rgba.data(), rgba.size(),
                                 features.width * 4) != nullptr;
    if (decoded) image.pixels = on_white(task, rgba, features.width, features.height);
  } else {
    image.pixels = make_image(task, features.width, features.height, 3);
    decoded = WebPDecodeRGBInto(file.data(), file.size(), image.pixels.data.data(),
                                image.pixels.data.size(), features.width * 3) != nullptr;
  }
  // libwebp does not tell why; a file shorter than it says is cut.
  if (!decoded) {
    throw u32(file, 4) + 8 > file.size() ? ends_early(task)
                                         : damaged(task, "image data is damaged");
  }
  MasterImage form;
  form.width = image.pixels.width;
  form.height = image.pixels.height;
  form.color_space = ColorSpace::kRgb;
  image.master = store_flate(std::move(form), image.pixels.data);
  return image;
}

}  // namespace sohoa
