#include "pipeline/acquire/color.h"

#include <lcms2.h>

#include <cstring>

namespace sohoa {

namespace {

constexpr std::size_t kIccHeaderBytes = 128;

void without_profile(const std::uint8_t* cmyk, std::uint8_t* rgb, int pixel_count) {
  for (int i = 0; i < pixel_count; ++i, cmyk += 4, rgb += 3) {
    const int light = 255 - cmyk[3];
    for (int k = 0; k < 3; ++k) {
      rgb[k] = static_cast<std::uint8_t>(((255 - cmyk[k]) * light + 127) / 255);
    }
  }
}

}  // namespace

struct CmykToRgb::Transform {
  cmsContext context = cmsCreateContext(nullptr, nullptr);
  cmsHTRANSFORM handle = nullptr;

  explicit Transform(ByteView profile) {
    const cmsHPROFILE from = cmsOpenProfileFromMemTHR(context, profile.data(),
                                                      static_cast<cmsUInt32Number>(profile.size()));
    if (from == nullptr) return;
    const cmsHPROFILE to = cmsCreate_sRGBProfileTHR(context);
    // A profile may lack what black point compensation needs.
    for (const cmsUInt32Number flags : {cmsUInt32Number{cmsFLAGS_BLACKPOINTCOMPENSATION}, 0U}) {
      if (handle != nullptr || to == nullptr || cmsGetColorSpace(from) != cmsSigCmykData) break;
      handle = cmsCreateTransformTHR(context, from, TYPE_CMYK_8, to, TYPE_RGB_8,
                                     INTENT_RELATIVE_COLORIMETRIC, flags);
    }
    if (to != nullptr) cmsCloseProfile(to);
    cmsCloseProfile(from);
  }
  ~Transform() {
    if (handle != nullptr) cmsDeleteTransform(handle);
    cmsDeleteContext(context);
  }
  Transform(const Transform&) = delete;
  Transform& operator=(const Transform&) = delete;
};

CmykToRgb::CmykToRgb(ByteView icc_profile) {
  if (is_icc_profile(icc_profile, 4)) transform_ = std::make_unique<Transform>(icc_profile);
}
CmykToRgb::~CmykToRgb() = default;
CmykToRgb::CmykToRgb(CmykToRgb&&) noexcept = default;
CmykToRgb& CmykToRgb::operator=(CmykToRgb&&) noexcept = default;

void CmykToRgb::convert(const std::uint8_t* cmyk, std::uint8_t* rgb, int pixel_count) const {
  if (transform_ != nullptr && transform_->handle != nullptr) {
    cmsDoTransform(transform_->handle, cmyk, rgb, static_cast<cmsUInt32Number>(pixel_count));
  } else {
    without_profile(cmyk, rgb, pixel_count);
  }
}

bool is_icc_profile(ByteView profile, int components) {
  if (profile.size() < kIccHeaderBytes || std::memcmp(&profile[36], "acsp", 4) != 0) return false;
  const char* space = components == 1 ? "GRAY" : components == 3 ? "RGB " : "CMYK";
  return std::memcmp(&profile[16], space, 4) == 0;
}

}  // namespace sohoa
