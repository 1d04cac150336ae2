#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// Of ICC.1: 2 is what PDF 1.4 and PDF/A-1 know, 4 what PDF/A-2 and 3 allow.
enum class IccVersion { k2, k4 };

using Xyz = std::array<double, 3>;

/// Big-endian numbers, as ICC profiles have them.
class IccData {
 public:
  IccData& text(std::string_view characters);
  IccData& u16(unsigned value);
  IccData& u32(std::uint32_t value);
  IccData& fixed(double value);  // s15Fixed16Number
  IccData& xyz(const Xyz& value);
  IccData& zeros(std::size_t count);
  const Bytes& bytes() const { return bytes_; }

 private:
  Bytes bytes_;
};

struct IccTag {
  std::string_view name;
  Bytes data;
};

struct IccKind {
  std::string_view device_class;      // "mntr"
  std::string_view colour_space;      // "RGB "
  std::string_view connection_space;  // "XYZ "
};

/// A description or, as "cprt", a copyright in ASCII, in the version's own type.
IccTag icc_text(std::string_view name, std::string_view ascii, IccVersion version);
IccTag icc_xyz(std::string_view name, const Xyz& value);

/// The profile with these tags after `desc` and `cprt`. Equal neighbours share their data.
Bytes icc_file(const IccKind& kind, IccVersion version, std::string_view description,
               const std::vector<IccTag>& tags);

inline constexpr std::size_t kIccHeaderBytes = 128;
inline constexpr std::size_t kIccTagEntryBytes = 12;

/// A number of a profile; the caller has looked that it is there.
std::uint32_t icc_u32(ByteView bytes, std::size_t at);

/// A tag's data; empty where there is none. The profile's tags lie inside it.
ByteView icc_tag(ByteView profile, std::string_view name);

/// Of D50, the white of the connection space.
inline constexpr Xyz kD50 = {0.9642, 1.0, 0.8249};

}  // namespace sohoa
