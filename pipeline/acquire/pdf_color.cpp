#include "pipeline/acquire/pdf_color.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "pipeline/acquire/color.h"

namespace sohoa {

namespace {

constexpr std::size_t kProfileBytesMax = 4 << 20;
constexpr std::size_t kLookupBytesMax = 256 * 4;

std::optional<PdfColor> named(const std::string& name) {
  PdfColor color;
  if (name == "/DeviceGray" || name == "/G" || name == "/CalGray") return color;
  color.space = ColorSpace::kRgb;
  if (name == "/DeviceRGB" || name == "/RGB" || name == "/CalRGB") return color;
  color.space = ColorSpace::kCmyk;
  if (name == "/DeviceCMYK" || name == "/CMYK") return color;
  return std::nullopt;
}

bool is_near(double value, double usual, double apart) { return std::abs(value - usual) <= apart; }

/// Whether a screen shows a CIE-based space as the device's: sRGB's primaries, about its gamma.
bool is_like_device(QPDFObjectHandle space) {
  constexpr double kGamma = 2.2, kGammaApart = 0.4, kMatrixApart = 0.06;
  constexpr double kPrimaries[] = {0.412, 0.213, 0.019, 0.358, 0.715, 0.119, 0.180, 0.072, 0.950};
  QPDFObjectHandle dictionary =
      space.getArrayNItems() > 1 ? space.getArrayItem(1) : QPDFObjectHandle::newNull();
  if (!dictionary.isDictionary()) return false;
  QPDFObjectHandle gamma = dictionary.getKey("/Gamma");
  if (space.getArrayItem(0).isNameAndEquals("/CalGray")) {
    return gamma.isNumber() && is_near(gamma.getNumericValue(), kGamma, kGammaApart);
  }
  const std::vector<double> gammas = numbers_of(gamma);
  const std::vector<double> matrix = numbers_of(dictionary.getKey("/Matrix"));
  bool near = gammas.size() == 3 && matrix.size() == std::size(kPrimaries);
  for (std::size_t i = 0; near && i < 3; ++i) near = is_near(gammas[i], kGamma, kGammaApart);
  for (std::size_t i = 0; near && i < std::size(kPrimaries); ++i) {
    near = is_near(matrix[i], kPrimaries[i], kMatrixApart);
  }
  return near;
}

std::optional<PdfColor> profiled(QPDFObjectHandle stream) {
  if (!stream.isStream() || !stream.getDict().getKey("/N").isInteger()) return std::nullopt;
  const long long components = stream.getDict().getKey("/N").getIntValue();
  if (components != 1 && components != 3 && components != 4) return std::nullopt;
  PdfColor color;
  color.space = components == 1   ? ColorSpace::kGrey
                : components == 3 ? ColorSpace::kRgb
                                  : ColorSpace::kCmyk;
  StreamData profile = stream_data(stream, kProfileBytesMax);
  if (profile.whole && is_icc_profile(profile.bytes, static_cast<int>(components))) {
    color.icc_profile = std::move(profile.bytes);
  }
  return color;
}

/// The table's colours as R, G, B.
Bytes to_rgb(const PdfColor& base, const Bytes& table) {
  if (base.space == ColorSpace::kRgb) return table;
  Bytes rgb;
  if (base.space == ColorSpace::kGrey) {
    for (const std::uint8_t value : table) rgb.insert(rgb.end(), 3, value);
    return rgb;
  }
  const int count = static_cast<int>(table.size() / 4);
  rgb.resize(static_cast<std::size_t>(count) * 3);
  CmykToRgb(base.icc_profile).convert(table.data(), rgb.data(), count);
  return rgb;
}

std::optional<PdfColor> indexed(QPDFObjectHandle space) {
  // The base is no indexed space: this recursion is one deep.
  QPDFObjectHandle base_space = space.getArrayItem(1);
  if (base_space.isArray() && base_space.getArrayNItems() > 0 &&
      base_space.getArrayItem(0).isNameAndEquals("/Indexed")) {
    return std::nullopt;
  }
  const std::optional<PdfColor> base = color_of(base_space);
  if (!base || !space.getArrayItem(2).isInteger()) return std::nullopt;
  const long long colors = std::clamp(space.getArrayItem(2).getIntValue() + 1, 1LL, 256LL);
  QPDFObjectHandle lookup = space.getArrayItem(3);
  Bytes table;
  if (lookup.isString()) {
    const std::string text = lookup.getStringValue();
    table.assign(text.begin(), text.end());
  } else {
    table = stream_data(lookup, kLookupBytesMax).bytes;
  }
  table.resize(static_cast<std::size_t>(colors) * component_count(base->space), 0);
  PdfColor color;
  color.space = ColorSpace::kIndexed;
  color.palette = to_rgb(*base, table);
  return color;
}

}  // namespace

std::optional<PdfColor> color_of(QPDFObjectHandle space) {
  if (space.isName()) return named(space.getName());
  if (!space.isArray() || space.getArrayNItems() < 1 || !space.getArrayItem(0).isName()) {
    return std::nullopt;
  }
  const std::string family = space.getArrayItem(0).getName();
  if (family == "/ICCBased" && space.getArrayNItems() > 1) return profiled(space.getArrayItem(1));
  if (family == "/Indexed" && space.getArrayNItems() > 3) return indexed(space);
  const bool calibrated = family == "/CalGray" || family == "/CalRGB";
  if (calibrated && !is_like_device(space)) return std::nullopt;
  return named(family);
}

}  // namespace sohoa
