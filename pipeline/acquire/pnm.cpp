#include "pipeline/acquire/pnm.h"

#include <cstring>

#include "pipeline/acquire/ccitt.h"
#include "pipeline/acquire/flate.h"
#include "pipeline/acquire/samples.h"

namespace sohoa {

namespace {

constexpr std::uint32_t kNumberMax = 1'000'000'000;
constexpr std::uint32_t kMaximumMax = 65535;

/// Text tokens with comments, as the header and the plain formats have them.
class PnmText {
 public:
  PnmText(const DecodeTask& task, ByteView bytes) : task_(task), bytes_(bytes) {}

  std::uint32_t number() {
    skip_space();
    if (at_ >= bytes_.size()) throw ends_early(task_);
    std::uint32_t value = 0;
    bool any = false;
    for (; at_ < bytes_.size() && is_digit(bytes_[at_]); ++at_) {
      value = value * 10 + (bytes_[at_] - '0');
      any = true;
      if (value > kNumberMax) throw damaged(task_, "the PNM header is damaged");
    }
    if (!any) throw damaged(task_, "the PNM header is damaged");
    return value;
  }
  /// A plain bitmap may write its bits without spaces between them.
  std::uint32_t bit() {
    skip_space();
    if (at_ >= bytes_.size()) throw ends_early(task_);
    return bytes_[at_++] == '0' ? 0 : 1;
  }
  /// What follows the one white space after the header.
  ByteView rest() const { return bytes_.subspan(std::min(at_ + 1, bytes_.size())); }

 private:
  static bool is_digit(std::uint8_t c) { return c >= '0' && c <= '9'; }
  void skip_space() {
    for (; at_ < bytes_.size(); ++at_) {
      if (bytes_[at_] == '#') {
        while (at_ < bytes_.size() && bytes_[at_] != '\n') ++at_;
      } else if (std::strchr(" \t\r\n\v\f", bytes_[at_]) == nullptr || bytes_[at_] == 0) {
        return;
      }
    }
  }

  const DecodeTask& task_;
  ByteView bytes_;
  std::size_t at_ = 2;
};

struct Header {
  MasterImage form;
  std::uint32_t maximum = 1;
  bool plain = false;
};

Header read_header(const DecodeTask& task, int format, PnmText& text) {
  const std::uint32_t width = text.number();
  const std::uint32_t height = text.number();
  check_size(task, width, height);
  Header header;
  header.plain = format <= 3;
  header.form.width = static_cast<int>(width);
  header.form.height = static_cast<int>(height);
  if (format == 1 || format == 4) {
    header.form.bits_per_component = 1;
    header.form.decode = {1, 0};
    return header;
  }
  header.maximum = text.number();
  if (header.maximum == 0 || header.maximum > kMaximumMax) {
    throw damaged(task, "the PNM header is damaged");
  }
  header.form.bits_per_component = header.maximum > 255 ? 16 : 8;
  if (format == 3 || format == 6) header.form.color_space = ColorSpace::kRgb;
  return header;
}

Bytes plain_samples(PnmText& text, const Header& header) {
  const MasterImage& form = header.form;
  const std::size_t stride = packed_stride(form);
  Bytes samples(stride * form.height, 0);
  const int count = form.width * component_count(form.color_space);
  for (int y = 0; y < form.height; ++y) {
    std::uint8_t* row = samples.data() + y * stride;
    for (int i = 0; i < count; ++i) {
      if (form.bits_per_component == 1) {
        row[i / 8] |= static_cast<std::uint8_t>(text.bit() << (7 - i % 8));
      } else if (form.bits_per_component == 8) {
        row[i] = static_cast<std::uint8_t>(text.number());
      } else {
        const std::uint32_t value = text.number();
        row[2 * i] = static_cast<std::uint8_t>(value >> 8);
        row[2 * i + 1] = static_cast<std::uint8_t>(value);
      }
    }
  }
  return samples;
}

/// Values up to `maximum` become values up to that of the bits.
void stretch(Bytes& samples, const Header& header) {
  const bool wide = header.form.bits_per_component == 16;
  const std::uint32_t top = wide ? 65535 : 255;
  if (header.form.bits_per_component == 1 || header.maximum == top) return;
  const auto stretched = [&](std::uint32_t value) {
    return (std::min(value, header.maximum) * top + header.maximum / 2) / header.maximum;
  };
  for (std::size_t i = 0; i < samples.size(); i += wide ? 2 : 1) {
    if (!wide) {
      samples[i] = static_cast<std::uint8_t>(stretched(samples[i]));
      continue;
    }
    const std::uint32_t value = stretched(samples[i] * 256U + samples[i + 1]);
    samples[i] = static_cast<std::uint8_t>(value >> 8);
    samples[i + 1] = static_cast<std::uint8_t>(value);
  }
}

}  // namespace

SourceImage read_pnm(const DecodeTask& task, ByteView file) {
  if (file.size() < 3) throw ends_early(task);
  PnmText text(task, file);
  const Header header = read_header(task, file[1] - '0', text);
  Bytes samples;
  if (header.plain) {
    samples = plain_samples(text, header);
  } else {
    const std::size_t size = packed_stride(header.form) * header.form.height;
    const ByteView raw = text.rest();
    if (raw.size() < size) throw ends_early(task);
    samples.assign(raw.begin(), raw.begin() + static_cast<std::ptrdiff_t>(size));
  }
  stretch(samples, header);
  SourceImage image;
  image.pixels = pixels_of(task, header.form, samples);
  image.master = header.form.bits_per_component == 1 ? store_g4(header.form, samples)
                                                     : store_flate(header.form, samples);
  return image;
}

std::vector<Image> decode_raw_pnms(const DecodeTask& task, ByteView file) {
  std::vector<Image> images;
  while (!file.empty()) {
    if (file.size() < 3 || file[0] != 'P' || (file[1] != '5' && file[1] != '6')) {
      throw ends_early(task);
    }
    PnmText text(task, file);
    const Header header = read_header(task, file[1] - '0', text);
    images.push_back(pixels_of(task, header.form, text.rest()));
    file = text.rest().subspan(images.back().data.size());
  }
  return images;
}

}  // namespace sohoa
