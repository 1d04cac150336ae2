#pragma once

#include <array>
#include <optional>

#include "pipeline/acquire/color.h"
#include "pipeline/acquire/source_image.h"

namespace sohoa {

/// Turns rows of packed samples, as ISO 32000-1 8.9 lays them out (1, 2, 4, 8 or 16 bits, most
/// significant first, rows begin on a byte), into rows of 8-bit grey or RGB. Follows the form's
/// colour space, palette and decode array. RGB and grey profiles are not applied: these pixels are
/// for reading.
class RowConverter {
 public:
  explicit RowConverter(const MasterImage& form);

  int channels() const { return channels_; }
  void convert(const std::uint8_t* packed, std::uint8_t* out);

 private:
  using Table = std::array<std::uint8_t, 256>;

  void fill_tables(const MasterImage& form);
  void fill_bit_pixels();
  void convert_bits(const std::uint8_t* packed, std::uint8_t* out) const;
  void unpack(const std::uint8_t* packed, std::uint8_t* out) const;
  void look_up_palette(const std::uint8_t* indexes, std::uint8_t* out) const;

  int width_;
  int bits_;
  int components_;
  int channels_;
  bool indexed_;
  bool plain_ = true;            // no table changes a value
  std::array<Table, 4> tables_;  // a component's value → 8 bits, or palette index
  Bytes palette_;                // 256 colours of `channels_`
  std::array<std::array<std::uint8_t, 8>, 256> bit_pixels_{};  // of a byte of 1-bit grey
  std::optional<CmykToRgb> cmyk_;
  Bytes row_;
};

/// All rows at once; `samples` holds height × packed_stride bytes.
Image pixels_of(const DecodeTask& task, const MasterImage& form, ByteView samples);

}  // namespace sohoa
