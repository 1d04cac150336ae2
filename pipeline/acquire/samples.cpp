#include "pipeline/acquire/samples.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace sohoa {

namespace {

constexpr int kPaletteColours = 256;

bool is_grey(const Bytes& palette) {
  for (std::size_t i = 0; i + 2 < palette.size(); i += 3) {
    if (palette[i] != palette[i + 1] || palette[i] != palette[i + 2]) return false;
  }
  return true;
}

/// 256 colours; what the file leaves out is black.
Bytes full_palette(const Bytes& rgb, int channels) {
  Bytes full(static_cast<std::size_t>(kPaletteColours) * channels, 0);
  const int count = std::min<int>(kPaletteColours, static_cast<int>(rgb.size() / 3));
  for (int i = 0; i < count; ++i) {
    for (int k = 0; k < channels; ++k) full[i * channels + k] = rgb[i * 3 + k];
  }
  return full;
}

}  // namespace

RowConverter::RowConverter(const MasterImage& form)
    : width_(form.width),
      bits_(form.bits_per_component),
      components_(component_count(form.color_space)),
      channels_(form.color_space == ColorSpace::kGrey ? 1 : 3),
      indexed_(form.color_space == ColorSpace::kIndexed) {
  if (indexed_) {
    if (is_grey(form.palette)) channels_ = 1;
    palette_ = full_palette(form.palette, channels_);
  }
  if (form.color_space == ColorSpace::kCmyk) cmyk_.emplace(form.icc_profile);
  fill_tables(form);
  if (bits_ == 1 && components_ == 1 && channels_ == 1) fill_bit_pixels();
  row_.resize(static_cast<std::size_t>(width_) * components_);
}

void RowConverter::fill_tables(const MasterImage& form) {
  // Samples of 16 bits are read by their upper byte.
  const int top = bits_ >= 8 ? 255 : (1 << bits_) - 1;
  const double scale = indexed_ ? 1 : 255;
  for (int k = 0; k < components_; ++k) {
    double low = 0;
    double high = indexed_ ? top : 1;
    if (form.decode.size() >= static_cast<std::size_t>(2 * (k + 1))) {
      low = form.decode[2 * k];
      high = form.decode[2 * k + 1];
    }
    for (int value = 0; value < 256; ++value) {
      const double share = static_cast<double>(std::min(value, top)) / top;
      const double decoded = std::clamp((low + share * (high - low)) * scale, 0.0, 255.0);
      tables_[k][value] = static_cast<std::uint8_t>(std::lround(decoded));
      if (tables_[k][value] != value) plain_ = false;
    }
  }
}

void RowConverter::fill_bit_pixels() {
  for (int byte = 0; byte < 256; ++byte) {
    for (int bit = 0; bit < 8; ++bit) {
      const std::uint8_t value = tables_[0][(byte >> (7 - bit)) & 1];
      bit_pixels_[byte][bit] = indexed_ ? palette_[value] : value;
    }
  }
}

void RowConverter::convert(const std::uint8_t* packed, std::uint8_t* out) {
  if (bits_ == 1 && components_ == 1 && channels_ == 1) {
    convert_bits(packed, out);
  } else if (bits_ == 8 && plain_ && !indexed_ && !cmyk_) {
    std::memcpy(out, packed, row_.size());
  } else if (!indexed_ && !cmyk_) {
    unpack(packed, out);
  } else {
    unpack(packed, row_.data());
    if (cmyk_) {
      cmyk_->convert(row_.data(), out, width_);
    } else {
      look_up_palette(row_.data(), out);
    }
  }
}

void RowConverter::convert_bits(const std::uint8_t* packed, std::uint8_t* out) const {
  const int whole = width_ / 8;
  for (int i = 0; i < whole; ++i) std::memcpy(out + i * 8, bit_pixels_[packed[i]].data(), 8);
  const int rest = width_ % 8;
  if (rest > 0) std::memcpy(out + whole * 8, bit_pixels_[packed[whole]].data(), rest);
}

void RowConverter::unpack(const std::uint8_t* packed, std::uint8_t* out) const {
  const int count = width_ * components_;
  int component = 0;
  for (int i = 0; i < count; ++i) {
    int value = 0;
    if (bits_ == 8) {
      value = packed[i];
    } else if (bits_ == 16) {
      value = packed[2 * static_cast<std::size_t>(i)];
    } else {
      const std::size_t bit = static_cast<std::size_t>(i) * bits_;
      value = (packed[bit / 8] >> (8 - bits_ - static_cast<int>(bit % 8))) & ((1 << bits_) - 1);
    }
    out[i] = tables_[component][value];
    if (++component == components_) component = 0;
  }
}

void RowConverter::look_up_palette(const std::uint8_t* indexes, std::uint8_t* out) const {
  for (int x = 0; x < width_; ++x) {
    std::memcpy(out + static_cast<std::size_t>(x) * channels_,
                &palette_[static_cast<std::size_t>(indexes[x]) * channels_], channels_);
  }
}

Image pixels_of(const DecodeTask& task, const MasterImage& form, ByteView samples) {
  RowConverter converter(form);
  Image image = make_image(task, form.width, form.height, converter.channels());
  const std::size_t stride = packed_stride(form);
  if (samples.size() < stride * form.height) throw ends_early(task);
  for (int y = 0; y < form.height; ++y) {
    converter.convert(samples.data() + y * stride, image.row(y));
  }
  return image;
}

}  // namespace sohoa
