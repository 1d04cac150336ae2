#include <algorithm>
#include <array>
#include <cmath>

#include "pipeline/package/pdf/pdf_icc.h"

namespace sohoa {

namespace {

constexpr std::size_t kXyzTagBytes = 20;
constexpr std::size_t kCurveHeadBytes = 12;

double fixed_at(ByteView data, std::size_t at) {
  return static_cast<std::int32_t>(icc_u32(data, at)) / 65536.0;
}

/// parametricCurveType (ICC.1:2004-10, 10.15).
class ParametricCurve {
 public:
  static std::optional<ParametricCurve> read(ByteView data) {
    constexpr std::array<std::size_t, 5> kCounts = {1, 3, 4, 5, 7};
    if (data.size() < kCurveHeadBytes) return std::nullopt;
    ParametricCurve curve;
    curve.kind_ = data[8] << 8 | data[9];
    if (curve.kind_ >= static_cast<int>(kCounts.size())) return std::nullopt;
    const std::size_t count = kCounts[curve.kind_];
    if (data.size() < kCurveHeadBytes + 4 * count) return std::nullopt;
    for (std::size_t i = 0; i < count; ++i) {
      curve.numbers_[i] = fixed_at(data, kCurveHeadBytes + 4 * i);
    }
    return curve;
  }

  double operator()(double x) const {
    const auto [g, a, b, c, d, e, f] = numbers_;
    if (kind_ == 0) return std::pow(x, g);
    const double power = std::pow(std::max(0.0, a * x + b), g);
    switch (kind_) {
      case 1:
        return a * x + b >= 0 ? power : 0;
      case 2:
        return a * x + b >= 0 ? power + c : c;
      case 3:
        return x >= d ? power : c * x;
      default:
        return x >= d ? power + e : c * x + f;
    }
  }

 private:
  int kind_ = 0;
  std::array<double, 7> numbers_{1, 1, 0, 0, 0, 0, 0};
};

/// The curve as version 2 says it; nothing when it is broken.
std::optional<Bytes> table_of(ByteView data) {
  constexpr int kEntries = 4096;
  if (data.size() < kCurveHeadBytes) return std::nullopt;
  if (as_text(data.first(4)) == "curv") return Bytes(data.begin(), data.end());
  const std::optional<ParametricCurve> curve = ParametricCurve::read(data);
  if (as_text(data.first(4)) != "para" || !curve) return std::nullopt;
  IccData table;
  table.text("curv").u32(0).u32(kEntries);
  for (int i = 0; i < kEntries; ++i) {
    const double y = std::clamp((*curve)(i / (kEntries - 1.0)), 0.0, 1.0);
    table.u16(static_cast<unsigned>(std::lround(65535 * (std::isfinite(y) ? y : 0))));
  }
  return table.bytes();
}

std::optional<Bytes> xyz_of(ByteView data) {
  if (data.size() < kXyzTagBytes || as_text(data.first(4)) != "XYZ ") return std::nullopt;
  return Bytes(data.begin(), data.begin() + kXyzTagBytes);
}

}  // namespace

std::optional<Bytes> profile_of_version_2(ByteView profile) {
  const bool grey = as_text(profile.subspan(16, 4)) == "GRAY";
  const bool three = as_text(profile.subspan(16, 4)) == "RGB ";
  // Colours to XYZ by lookup tables (A2B0) are another matter.
  if ((!grey && !three) || as_text(profile.subspan(20, 4)) != "XYZ ") return std::nullopt;
  std::vector<std::string_view> names = {"wtpt", "kTRC"};
  if (three) names = {"wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
  std::vector<IccTag> tags;
  for (const std::string_view name : names) {
    const ByteView data = icc_tag(profile, name);
    std::optional<Bytes> older = name.ends_with("TRC") ? table_of(data) : xyz_of(data);
    if (!older) return std::nullopt;
    tags.push_back({name, std::move(*older)});
  }
  const IccKind kind{as_text(profile.subspan(12, 4)), grey ? "GRAY" : "RGB ", "XYZ "};
  return icc_file(kind, IccVersion::k2, "the scan's own", tags);
}

}  // namespace sohoa
