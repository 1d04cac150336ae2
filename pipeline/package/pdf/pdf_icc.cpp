#include "pipeline/package/pdf/pdf_icc.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

namespace sohoa {

namespace {

constexpr std::size_t kHeaderSize = 128;
constexpr std::size_t kTagEntrySize = 12;
constexpr std::size_t kProfileBytesMax = 16u << 20;

using Xyz = std::array<double, 3>;

constexpr Xyz kD50 = {0.9642, 1.0, 0.8249};
// sRGB's primaries adapted to D50 (Bradford), as every sRGB profile states them.
constexpr Xyz kRed = {0.43607, 0.22249, 0.01392};
constexpr Xyz kGreen = {0.38515, 0.71687, 0.09708};
constexpr Xyz kBlue = {0.14307, 0.06061, 0.71410};
constexpr double kFromD65[] = {1.04788,  0.02292,  -0.05020, 0.02960, 0.99048,
                               -0.01706, -0.00923, 0.01508,  0.75168};

class Data {
 public:
  Data& text(std::string_view characters) {
    bytes_.insert(bytes_.end(), characters.begin(), characters.end());
    return *this;
  }
  Data& u16(unsigned value) {
    bytes_.push_back(static_cast<std::uint8_t>(value >> 8));
    bytes_.push_back(static_cast<std::uint8_t>(value));
    return *this;
  }
  Data& u32(std::uint32_t value) { return u16(value >> 16).u16(value & 0xFFFF); }
  Data& fixed(double value) { return u32(static_cast<std::uint32_t>(std::lround(value * 65536))); }
  Data& xyz(const Xyz& value) { return fixed(value[0]).fixed(value[1]).fixed(value[2]); }
  Data& zeros(std::size_t count) {
    bytes_.insert(bytes_.end(), count, 0);
    return *this;
  }
  const Bytes& bytes() const { return bytes_; }

 private:
  Bytes bytes_;
};

Bytes text_tag(std::string_view ascii) {
  Data data;
  data.text("mluc").u32(0).u32(1).u32(12).text("enUS");
  data.u32(static_cast<std::uint32_t>(2 * ascii.size())).u32(28);
  for (const char c : ascii) data.u16(static_cast<unsigned char>(c));
  return data.bytes();
}

Bytes xyz_tag(const Xyz& value) { return Data().text("XYZ ").u32(0).xyz(value).bytes(); }

Bytes adaptation_tag() {
  Data data;
  data.text("sf32").u32(0);
  for (const double value : kFromD65) data.fixed(value);
  return data.bytes();
}

// y = (a·x + b)^g for x ≥ d, c·x below: IEC 61966-2-1 exactly.
Bytes srgb_curve_tag() {
  return Data()
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

struct Tag {
  std::string_view name;
  Bytes data;
};

Bytes profile_file(std::string_view device_class, std::string_view space, std::string_view pcs,
                   const std::vector<Tag>& tags) {
  Data table;
  Data body;
  const std::size_t body_at = kHeaderSize + 4 + kTagEntrySize * tags.size();
  table.u32(static_cast<std::uint32_t>(tags.size()));
  const Bytes* previous = nullptr;
  std::size_t previous_at = 0;
  for (const Tag& tag : tags) {
    if (previous == nullptr || *previous != tag.data) {  // equal neighbours share their data
      previous_at = body_at + body.bytes().size();
      body.text(as_text(tag.data)).zeros((4 - tag.data.size() % 4) % 4);
    }
    previous = &tag.data;
    table.text(tag.name).u32(static_cast<std::uint32_t>(previous_at));
    table.u32(static_cast<std::uint32_t>(tag.data.size()));
  }
  Data file;
  file.u32(static_cast<std::uint32_t>(body_at + body.bytes().size()));
  file.u32(0).u32(0x04200000).text(device_class).text(space).text(pcs);
  file.u16(2026).u16(1).u16(1).zeros(6).text("acsp").zeros(28).xyz(kD50).zeros(48);
  file.text(as_text(table.bytes())).text(as_text(body.bytes()));
  return file.bytes();
}

double linear(double srgb) {
  return srgb <= 0.04045 ? srgb / 12.92 : std::pow((srgb + 0.055) / 1.055, 2.4);
}

double lab_curve(double t) {
  return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

void append_lab(Data& data, double red, double green, double blue) {
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
  Data data;
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

std::uint32_t u32_at(ByteView bytes, std::size_t at) {
  return static_cast<std::uint32_t>(bytes[at]) << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 |
         bytes[at + 3];
}

bool tags_are_inside(ByteView profile) {
  const std::uint32_t count = u32_at(profile, kHeaderSize);
  if (count == 0 || count > (profile.size() - kHeaderSize - 4) / kTagEntrySize) return false;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::size_t entry = kHeaderSize + 4 + i * kTagEntrySize;
    const std::uint64_t end =
        std::uint64_t{u32_at(profile, entry + 4)} + u32_at(profile, entry + 8);
    if (end > profile.size()) return false;
  }
  return true;
}

}  // namespace

Bytes srgb_profile() {
  return profile_file("mntr", "RGB ", "XYZ ",
                      {{"desc", text_tag("sRGB")},
                       {"cprt", text_tag("CC0")},
                       {"wtpt", xyz_tag(kD50)},
                       {"chad", adaptation_tag()},
                       {"rXYZ", xyz_tag(kRed)},
                       {"gXYZ", xyz_tag(kGreen)},
                       {"bXYZ", xyz_tag(kBlue)},
                       {"rTRC", srgb_curve_tag()},
                       {"gTRC", srgb_curve_tag()},
                       {"bTRC", srgb_curve_tag()}});
}

Bytes plain_cmyk_profile() {
  return profile_file("scnr", "CMYK", "Lab ",
                      {{"desc", text_tag("CMYK without a profile")},
                       {"cprt", text_tag("CC0")},
                       {"wtpt", xyz_tag(kD50)},
                       {"A2B0", cmyk_to_lab_tag()}});
}

bool can_embed_profile(ByteView profile, int components) {
  constexpr std::string_view kClasses[] = {"scnr", "mntr", "prtr", "spac"};
  if (profile.size() < kHeaderSize + 4 || profile.size() > kProfileBytesMax) return false;
  const std::string_view text = as_text(profile);
  const std::string_view space = components == 1   ? "GRAY"
                                 : components == 3 ? "RGB "
                                 : components == 4 ? "CMYK"
                                                   : "none";
  const std::string_view device_class = text.substr(12, 4);
  const bool class_fits =
      std::find(std::begin(kClasses), std::end(kClasses), device_class) != std::end(kClasses);
  return u32_at(profile, 0) == profile.size() && profile[8] >= 2 && profile[8] <= 4 && class_fits &&
         text.substr(16, 4) == space && text.substr(36, 4) == "acsp" && tags_are_inside(profile);
}

}  // namespace sohoa
