#pragma once

#include <memory>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// CMYK samples (255 is full ink) to sRGB: by the profile through Little CMS, relative colorimetric
/// with black point compensation; without a usable profile by the formula of ISO 32000-1 10.3.5.
class CmykToRgb {
 public:
  explicit CmykToRgb(ByteView icc_profile);
  ~CmykToRgb();
  CmykToRgb(CmykToRgb&&) noexcept;
  CmykToRgb& operator=(CmykToRgb&&) noexcept;

  void convert(const std::uint8_t* cmyk, std::uint8_t* rgb, int pixel_count) const;

 private:
  struct Transform;
  std::unique_ptr<Transform> transform_;
};

/// Whether the bytes are an ICC profile for that many components (ICC.1, header fields 16 and 36).
bool is_icc_profile(ByteView profile, int components);

}  // namespace sohoa
