// The streams of a scan, coded anew without loss: whatever they hold, what comes of them is smaller
// in nothing but bytes. The first byte says JPEG or deflated; of the latter the next four say
// width, height, depth and colours.

#include <cstdlib>

#include "pipeline/package/compact/flate_codec.h"
#include "pipeline/package/compact/lossless.h"

namespace {

using namespace sohoa;

void code_jpeg_again(ByteView bytes) {
  MasterImage image;
  image.codec = Codec::kJpeg;
  image.width = image.height = 1;
  image.bytes.assign(bytes.begin(), bytes.end());
  (void)repacked(image);
}

void code_samples_again(ByteView bytes) {
  if (bytes.size() < 4) return;
  constexpr int kDepths[] = {1, 2, 4, 8, 16};
  MasterImage image;
  image.width = 1 + bytes[0];
  image.height = 1 + bytes[1];
  image.bits_per_component = kDepths[bytes[2] % 5];
  image.color_space = static_cast<ColorSpace>(bytes[3] % 4);
  image.flate.predictor = bytes[3] & 0x80 ? 15 : 1;
  image.bytes.assign(bytes.begin() + 4, bytes.end());
  const std::optional<Bytes> samples = flate_samples(image);
  if (!samples) return;
  const std::optional<MasterImage> again = repacked(image);
  if (!again || flate_samples(*again) != samples) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1) return 0;
  const ByteView rest(data + 1, size - 1);
  data[0] == 'J' ? code_jpeg_again(rest) : code_samples_again(rest);
  return 0;
}
