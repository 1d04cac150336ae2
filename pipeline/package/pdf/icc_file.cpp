#include "pipeline/package/pdf/icc_file.h"

#include <cmath>

namespace sohoa {

namespace {

// textDescriptionType (ICC.1:2001-04, 6.5.17): the Unicode and Macintosh parts are there and empty.
Bytes description_2(std::string_view ascii) {
  constexpr std::size_t kMacintoshBytes = 67;
  IccData data;
  data.text("desc").u32(0).u32(static_cast<std::uint32_t>(ascii.size() + 1)).text(ascii).zeros(1);
  return data.u32(0).u32(0).u16(0).zeros(1 + kMacintoshBytes).bytes();
}

Bytes text_2(std::string_view ascii) {
  return IccData().text("text").u32(0).text(ascii).zeros(1).bytes();
}

// multiLocalizedUnicodeType
Bytes text_4(std::string_view ascii) {
  IccData data;
  data.text("mluc").u32(0).u32(1).u32(12).text("enUS");
  data.u32(static_cast<std::uint32_t>(2 * ascii.size())).u32(28);
  for (const char c : ascii) data.u16(static_cast<unsigned char>(c));
  return data.bytes();
}

}  // namespace

IccData& IccData::text(std::string_view characters) {
  bytes_.insert(bytes_.end(), characters.begin(), characters.end());
  return *this;
}

IccData& IccData::u16(unsigned value) {
  bytes_.push_back(static_cast<std::uint8_t>(value >> 8));
  bytes_.push_back(static_cast<std::uint8_t>(value));
  return *this;
}

IccData& IccData::u32(std::uint32_t value) { return u16(value >> 16).u16(value & 0xFFFF); }

IccData& IccData::fixed(double value) {
  return u32(static_cast<std::uint32_t>(std::lround(value * 65536)));
}

IccData& IccData::xyz(const Xyz& value) { return fixed(value[0]).fixed(value[1]).fixed(value[2]); }

IccData& IccData::zeros(std::size_t count) {
  bytes_.insert(bytes_.end(), count, 0);
  return *this;
}

IccTag icc_text(std::string_view name, std::string_view ascii, IccVersion version) {
  if (version == IccVersion::k4) return {name, text_4(ascii)};
  return {name, name == "desc" ? description_2(ascii) : text_2(ascii)};
}

IccTag icc_xyz(std::string_view name, const Xyz& value) {
  return {name, IccData().text("XYZ ").u32(0).xyz(value).bytes()};
}

Bytes icc_file(const IccKind& kind, IccVersion version, std::string_view description,
               const std::vector<IccTag>& own_tags) {
  std::vector<IccTag> tags = {icc_text("desc", description, version),
                              icc_text("cprt", "CC0", version)};
  tags.insert(tags.end(), own_tags.begin(), own_tags.end());
  IccData table;
  IccData body;
  const std::size_t body_at = kIccHeaderBytes + 4 + kIccTagEntryBytes * tags.size();
  table.u32(static_cast<std::uint32_t>(tags.size()));
  const Bytes* previous = nullptr;
  std::size_t previous_at = 0;
  for (const IccTag& tag : tags) {
    if (previous == nullptr || *previous != tag.data) {
      previous_at = body_at + body.bytes().size();
      body.text(as_text(tag.data)).zeros((4 - tag.data.size() % 4) % 4);
    }
    previous = &tag.data;
    table.text(tag.name).u32(static_cast<std::uint32_t>(previous_at));
    table.u32(static_cast<std::uint32_t>(tag.data.size()));
  }
  IccData file;
  file.u32(static_cast<std::uint32_t>(body_at + body.bytes().size())).u32(0);
  file.u32(version == IccVersion::k4 ? 0x04200000 : 0x02400000);
  file.text(kind.device_class).text(kind.colour_space).text(kind.connection_space);
  file.u16(2026).u16(1).u16(1).zeros(6).text("acsp").zeros(28).xyz(kD50).zeros(48);
  file.text(as_text(table.bytes())).text(as_text(body.bytes()));
  return file.bytes();
}

std::uint32_t icc_u32(ByteView bytes, std::size_t at) {
  return static_cast<std::uint32_t>(bytes[at]) << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 |
         bytes[at + 3];
}

ByteView icc_tag(ByteView profile, std::string_view name) {
  const std::uint32_t count = icc_u32(profile, kIccHeaderBytes);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::size_t entry = kIccHeaderBytes + 4 + i * kIccTagEntryBytes;
    if (as_text(profile.subspan(entry, 4)) != name) continue;
    return profile.subspan(icc_u32(profile, entry + 4), icc_u32(profile, entry + 8));
  }
  return {};
}

}  // namespace sohoa
