// Pictures of any px: at most so many regions, codes inside the picture. The first byte is the
// width in eights, the second the resolution in tens; each bit of the rest is a px.

#include <algorithm>
#include <cstdlib>

#include "pipeline/base/text.h"
#include "pipeline/understand/codes/read_codes.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kHead = 2;
  if (size < kHead + 1) return 0;
  sohoa::Image image;
  image.width = 8 * std::max<int>(data[0], 1);
  image.height = static_cast<int>((size - kHead) * 8 / image.width);
  const double dpi = 10.0 * data[1];
  for (int i = 0; i < image.width * image.height; ++i) {
    image.data.push_back((data[kHead + i / 8] >> (7 - i % 8) & 1) != 0 ? 0 : 255);
  }
  for (const sohoa::Code& code : sohoa::read_codes(image, {dpi, dpi})) {
    const bool inside = code.box.left >= 0 && code.box.top >= 0 && code.box.right <= image.width &&
                        code.box.bottom <= image.height;
    if (!inside || code.text.empty() || !sohoa::is_utf8(code.text)) std::abort();
  }
  return 0;
}
