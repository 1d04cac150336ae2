#include "pipeline/acquire/pdf_color.h"

#include <algorithm>

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
  return named(family);
}

}  // namespace sohoa
