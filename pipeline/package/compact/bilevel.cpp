#include "pipeline/package/compact/bilevel.h"

#include <utility>

#include "pipeline/base/digest.h"
#include "pipeline/package/compact/fax.h"
#include "pipeline/package/compact/jbig2.h"

namespace sohoa {

namespace {

constexpr int kSideMax = 1'000'000;  // px, as acquire has it

MasterImage described(const Bilevel& pixels, Codec codec, Bytes bytes) {
  MasterImage image;
  image.codec = codec;
  image.bytes = std::move(bytes);
  image.width = pixels.width;
  image.height = pixels.height;
  image.bits_per_component = 1;
  image.ccitt.end_of_block = codec == Codec::kCcitt;
  image.sha256 = sha256_of(image.bytes);
  return image;
}

}  // namespace

std::optional<Bilevel> bilevel_of(const Image& grey) {
  if (grey.channels != 1) return {};
  Bilevel pixels(grey.width, grey.height);
  for (int y = 0; y < grey.height; ++y) {
    const std::uint8_t* from = grey.row(y);
    std::uint8_t* to = pixels.row(y);
    for (int x = 0; x < grey.width; ++x) {
      if (from[x] != 0 && from[x] != 255) return {};
      to[x / 8] |= static_cast<std::uint8_t>((from[x] == 0 ? 0x80 : 0) >> x % 8);
    }
  }
  return pixels;
}

std::optional<MasterImage> packed_bilevel(const Bilevel& pixels, BilevelCodecs codecs) {
  if (pixels.width < 1 || pixels.height < 1) return {};
  if (pixels.width > kSideMax || pixels.height > kSideMax) return {};
  std::optional<Bytes> fax = packed_fax(pixels);
  if (codecs == BilevelCodecs::kFaxAndJbig2) {
    Bytes jbig2 = packed_jbig2(pixels);
    if (!fax || jbig2.size() < fax->size()) {
      return described(pixels, Codec::kJbig2, std::move(jbig2));
    }
  }
  if (!fax) return {};
  return described(pixels, Codec::kCcitt, std::move(*fax));
}

}  // namespace sohoa
