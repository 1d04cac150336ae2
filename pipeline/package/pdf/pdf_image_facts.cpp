#include "pipeline/package/pdf/pdf_image_facts.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <qpdf/Pl_Function.hh>
#include <string>

#include "pipeline/package/pdf/pdf_stream_data.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

constexpr std::size_t kHeaderBytes = 4096;
constexpr long long kSamplesMax = 100'000'000;
constexpr int kSidePxMax = 1 << 20;
constexpr int kColourSpaceDepthMax = 4;
constexpr double kCmPerInch = 2.54;

int integer_of(Handle value, int most) {
  if (!value.isInteger()) return 0;
  return static_cast<int>(std::clamp(value.getIntValue(), 0LL, static_cast<long long>(most)));
}

std::string filter_of(Handle dictionary) {
  Handle filter = dictionary.getKey("/Filter");
  if (filter.isArray() && filter.getArrayNItems() > 0) {
    filter = filter.getArrayItem(filter.getArrayNItems() - 1);
  }
  return filter.isName() ? filter.getName() : "";
}

int components_of(Handle space, Handle resources, int depth = 0);

int components_of_array(Handle space, const Handle& resources, int depth) {
  if (space.getArrayNItems() < 1 || !space.getArrayItem(0).isName()) return 0;
  const std::string family = space.getArrayItem(0).getName();
  if (family == "/CalGray" || family == "/Separation") return 1;
  if (family == "/CalRGB" || family == "/Lab") return 3;
  if (space.getArrayNItems() < 2) return components_of(space.getArrayItem(0), resources, depth + 1);
  Handle base = space.getArrayItem(1);
  if (family == "/ICCBased" && base.isStream()) return integer_of(base.getDict().getKey("/N"), 4);
  if (family == "/Indexed" || family == "/I") return components_of(base, resources, depth + 1);
  return family == "/DeviceN" && base.isArray() ? base.getArrayNItems() : 0;
}

int components_of(Handle space, Handle resources, int depth) {
  if (depth > kColourSpaceDepthMax) return 0;
  if (space.isArray()) return components_of_array(space, resources, depth);
  if (!space.isName()) return 0;
  const std::string name = space.getName();
  if (name == "/DeviceGray" || name == "/G") return 1;
  if (name == "/DeviceRGB" || name == "/RGB") return 3;
  if (name == "/DeviceCMYK" || name == "/CMYK") return 4;
  Handle named = resources.isDictionary() ? resources.getKey("/ColorSpace") : Handle::newNull();
  return named.isDictionary() ? components_of(named.getKey(name), resources, depth + 1) : 0;
}

bool is_indexed(Handle space) {
  return space.isArray() && space.getArrayNItems() > 0 && space.getArrayItem(0).isName() &&
         (space.getArrayItem(0).getName() == "/Indexed" || space.getArrayItem(0).getName() == "/I");
}

std::string raw_header(Handle image) {
  std::string header;
  Pl_Function collect("header", nullptr, [&](unsigned char const* bytes, size_t size) {
    const std::size_t room = kHeaderBytes - header.size();
    header.append(reinterpret_cast<char const*>(bytes), std::min(size, room));
  });
  try {
    image.pipeStreamData(&collect, 0, qpdf_dl_none, true);
  } catch (const std::exception&) {
    return "";
  }
  return header;
}

unsigned u8(const std::string& bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}
unsigned u16(const std::string& bytes, std::size_t at) {
  return u8(bytes, at) << 8 | u8(bytes, at + 1);
}

/// JFIF 1.02: SOI, APP0 "JFIF\0", version, units (1 inch, 2 cm), densities.
Resolution jfif_resolution(const std::string& header) {
  if (header.compare(0, 2, "\xFF\xD8") != 0 ||
      header.compare(6, 5, std::string("JFIF\0", 5)) != 0) {
    return {};
  }
  const unsigned units = u8(header, 13);
  if (units != 1 && units != 2) return {};
  const double per_inch = units == 2 ? kCmPerInch : 1;
  return {u16(header, 14) * per_inch, u16(header, 16) * per_inch};
}

/// ISO 15444-1, A.5.1: SIZ tells the number of components and the depth of each.
void read_jpx(const std::string& header, PdfImageFacts& facts) {
  const std::size_t siz = header.find(std::string("\xFF\x4F\xFF\x51", 4));
  if (siz == std::string::npos) return;
  const std::size_t count_at = siz + 4 + 36;
  if (facts.components == 0) facts.components = static_cast<int>(u16(header, count_at));
  const int depth = static_cast<int>(u8(header, count_at + 2) & 0x7F) + 1;
  facts.bits_per_pixel = depth * static_cast<int>(u16(header, count_at));
}

/// Counts samples by how dark they are, as the stream is decoded.
struct Histogram {
  std::array<long long, 256> counts{};
  long long total = 0;

  void add(unsigned char const* bytes, std::size_t size) {
    total += static_cast<long long>(size);
    for (std::size_t i = 0; i < size; ++i) ++counts[bytes[i]];
  }

  /// Paper is the lightest level that a twentieth of the samples reach; ink is darker by a third.
  double ink_share() const {
    long long above = 0;
    int paper = 255;
    while (paper > 0 && (above += counts[static_cast<std::size_t>(paper)]) < total / 20) --paper;
    long long ink = 0;
    for (int level = 0; level < paper * 2 / 3; ++level) {
      ink += counts[static_cast<std::size_t>(level)];
    }
    return static_cast<double>(ink) / static_cast<double>(total);
  }
};

}  // namespace

PdfImageFacts image_facts(Handle image, const Handle& resources) {
  PdfImageFacts facts;
  Handle dictionary = image.getDict();
  facts.width = integer_of(dictionary.getKey("/Width"), kSidePxMax);
  facts.height = integer_of(dictionary.getKey("/Height"), kSidePxMax);
  Handle stencil = dictionary.getKey("/ImageMask");
  facts.stencil = stencil.isBool() && stencil.getBoolValue();
  Handle space = dictionary.getKey("/ColorSpace");
  facts.components = facts.stencil ? 1 : components_of(space, resources);
  const int bits = facts.stencil ? 1 : integer_of(dictionary.getKey("/BitsPerComponent"), 16);
  facts.bits_per_pixel = is_indexed(space) ? bits : bits * facts.components;
  const std::string filter = filter_of(dictionary);
  if (filter == "/DCTDecode") facts.own_dpi = jfif_resolution(raw_header(image));
  if (filter == "/JPXDecode") read_jpx(raw_header(image), facts);
  return facts;
}

std::optional<double> ink_share_of(Handle image) {
  Handle dictionary = image.getDict();
  const PdfImageFacts facts = image_facts(image, Handle::newNull());
  if (static_cast<long long>(facts.width) * facts.height * 4 > kSamplesMax) return std::nullopt;
  if (integer_of(dictionary.getKey("/BitsPerComponent"), 16) != 8) return std::nullopt;
  Histogram histogram;
  Pl_Function count("count", nullptr, [&](unsigned char const* bytes, size_t size) {
    if (histogram.total < kSamplesMax) histogram.add(bytes, size);
  });
  try {
    if (!image.pipeStreamData(&count, 0, qpdf_dl_all, true)) return std::nullopt;
  } catch (const std::exception&) {
    return std::nullopt;
  }
  if (histogram.total == 0) return std::nullopt;
  return histogram.ink_share();
}

}  // namespace sohoa
