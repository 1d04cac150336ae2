#pragma once

#include "models/record/page.h"
#include "pipeline/package/compact/bilevel.h"

namespace sohoa::test {

/// Numbers that look random and are the same everywhere.
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : state_(seed * 2 + 1) {}
  std::uint32_t next() {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>(state_ >> 33);
  }
  int below(int limit) { return static_cast<int>(next() % static_cast<std::uint32_t>(limit)); }

 private:
  std::uint64_t state_;
};

/// Every px is black with this probability, in percent.
Bilevel noise(int width, int height, int black_percent, std::uint64_t seed);

/// The same as grey px of 0 and 255.
Image as_grey(const Bilevel& pixels);

/// Fills a box of px with a colour.
void paint(Image& image, const Box& box, const Bytes& colour);

/// A colour page at 300 dpi, 1200 × 1500 px: yellowish paper with noise, black strokes like print,
/// a red seal of two rings and a blue stroke, at `kSeal` and `kBlueStroke`. Its master is a JPEG of
/// quality 90.
inline constexpr Box kSeal{700, 1000, 1050, 1350};
inline constexpr Box kBlueStroke{150, 1100, 550, 1112};
ScannedPage drawn_page();

/// A page of those px, with a JPEG of quality 90 as its master.
ScannedPage page_of(Image pixels, double dpi);

}  // namespace sohoa::test
