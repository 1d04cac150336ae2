#include "pipeline/package/pdf/pdf_icc.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

namespace sohoa {

namespace {

constexpr std::size_t kProfileBytesMax = 16u << 20;

// sRGB's primaries adapted to D50 (Bradford), as every sRGB profile states them.
constexpr Xyz kRed = {0.43607, 0.22249, 0.01392};
constexpr Xyz kGreen = {0.38515, 0.71687, 0.09708};
constexpr Xyz kBlue = {0.14307, 0.06061, 0.71410};
constexpr double kFromD65[] = {1.04788,  0.02292,  -0.05020, 0.02960, 0.99048,
                               -0.01706, -0.00923, 0.01508,  0.75168};

Bytes adaptation_tag() {
  IccData data;
  data.text("sf32").u32(0);
  for (const double value : kFromD65) data.fixed(value);
  return data.bytes();
}

// y = (a·x + b)^g for x ≥ d, c·x below: IEC 61966-2-1 exactly.
Bytes srgb_curve_tag() {
  return IccData()
      .text("para")
      .u32(0)
      .u16(3)
      .u16(0)
      .fixed(2.4)
      .fixed(1 / 1.055)
      .fixed(0.055 / 1.055)
      .fixed(1 / 12.92)
      .fixed(0.04045)
      .bytes();
}

double linear(double srgb) {
  return srgb <= 0.04045 ? srgb / 12.92 : std::pow((srgb + 0.055) / 1.055, 2.4);
}

// The same as a table, which is all that version 2 knows.
Bytes srgb_table_tag() {
  constexpr int kEntries = 1024;
  IccData data;
  data.text("curv").u32(0).u32(kEntries);
  for (int i = 0; i < kEntries; ++i) {
    data.u16(static_cast<unsigned>(std::lround(65535 * linear(i / (kEntries - 1.0)))));
  }
  return data.bytes();
}

double lab_curve(double t) {
  return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

void append_lab(IccData& data, double red, double green, double blue) {
  std::array<double, 3> f{};
  for (int i = 0; i < 3; ++i) {
    const double value =
        kRed[i] * linear(red) + kGreen[i] * linear(green) + kBlue[i] * linear(blue);
    f[i] = lab_curve(value / kD50[i]);
  }
  // The 16-bit Lab of lut16Type: L* 100 is 0xFF00, a* and b* 0 are 0x8000.
  const double l = 116 * f[1] - 16, a = 500 * (f[0] - f[1]), b = 200 * (f[1] - f[2]);
  for (const double value : {l * 652.8, (a + 128) * 256, (b + 128) * 256}) {
    data.u16(static_cast<unsigned>(std::clamp(std::lround(value), 0L, 65535L)));
  }
}

Bytes cmyk_to_lab_tag() {
  constexpr int kGrid = 5;
  IccData data;
  data.text("mft2").u32(0).u16(0x0403).u16(kGrid << 8);
  for (int i = 0; i < 9; ++i) data.fixed(i % 4 == 0 ? 1 : 0);
  data.u16(2).u16(2);
  for (int channel = 0; channel < 4; ++channel) data.u16(0).u16(0xFFFF);
  for (int node = 0; node < kGrid * kGrid * kGrid * kGrid; ++node) {
    const auto paper_left = [&](int step) {
      return 1 - static_cast<double>(node / step % kGrid) / (kGrid - 1);
    };
    const double light = paper_left(1);
    append_lab(data, paper_left(kGrid * kGrid * kGrid) * light, paper_left(kGrid * kGrid) * light,
               paper_left(kGrid) * light);
  }
  for (int channel = 0; channel < 3; ++channel) data.u16(0).u16(0xFFFF);
  return data.bytes();
}

bool tags_are_inside(ByteView profile) {
  const std::uint32_t count = icc_u32(profile, kIccHeaderBytes);
  if (count == 0 || count > (profile.size() - kIccHeaderBytes - 4) / kIccTagEntryBytes)
    return false;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::size_t entry = kIccHeaderBytes + 4 + i * kIccTagEntryBytes;
    const std::uint64_t end =
        std::uint64_t{icc_u32(profile, entry + 4)} + icc_u32(profile, entry + 8);
    if (end > profile.size()) return false;
  }
  return true;
}

}  // namespace

Bytes srgb_profile(IccVersion version) {
  const bool newer = version == IccVersion::k4;
  const Bytes curve = newer ? srgb_curve_tag() : srgb_table_tag();
  std::vector<IccTag> tags = {icc_xyz("wtpt", kD50)};
  if (newer) tags.push_back({"chad", adaptation_tag()});
  for (const IccTag& tag : {icc_xyz("rXYZ", kRed), icc_xyz("gXYZ", kGreen), icc_xyz("bXYZ", kBlue),
                            IccTag{"rTRC", curve}, IccTag{"gTRC", curve}, IccTag{"bTRC", curve}}) {
    tags.push_back(tag);
  }
  return icc_file({"mntr", "RGB ", "XYZ "}, version, "sRGB", tags);
}

Bytes plain_cmyk_profile(IccVersion version) {
  return icc_file({"scnr", "CMYK", "Lab "}, version, "CMYK without a profile",
                  {icc_xyz("wtpt", kD50), {"A2B0", cmyk_to_lab_tag()}});
}

bool can_embed_profile(ByteView profile, int components, IccVersion newest) {
  constexpr std::string_view kClasses[] = {"scnr", "mntr", "prtr", "spac"};
  if (profile.size() < kIccHeaderBytes + 4 || profile.size() > kProfileBytesMax) return false;
  const std::string_view text = as_text(profile);
  const std::string_view space = components == 1   ? "GRAY"
                                 : components == 3 ? "RGB "
                                 : components == 4 ? "CMYK"
                                                   : "none";
  const std::string_view device_class = text.substr(12, 4);
  const bool class_fits =
      std::find(std::begin(kClasses), std::end(kClasses), device_class) != std::end(kClasses);
  const bool version_fits = profile[8] >= 2 && profile[8] <= (newest == IccVersion::k4 ? 4 : 2);
  return icc_u32(profile, 0) == profile.size() && version_fits && class_fits &&
         text.substr(16, 4) == space && text.substr(36, 4) == "acsp" && tags_are_inside(profile);
}

}  // namespace sohoa
