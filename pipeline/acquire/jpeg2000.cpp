#include "pipeline/acquire/jpeg2000.h"

#include <openjpeg.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

#include "pipeline/acquire/flate.h"
#include "pipeline/acquire/jp2_header.h"
#include "pipeline/acquire/samples.h"
#include "pipeline/base/digest.h"

namespace sohoa {

namespace {

constexpr OPJ_UINT32 kComponentsMax = 5;

/// Bytes as OpenJPEG's stream.
struct MemoryStream {
  ByteView bytes;
  std::size_t at = 0;

  static OPJ_SIZE_T read(void* out, OPJ_SIZE_T size, void* self) {
    MemoryStream& stream = *static_cast<MemoryStream*>(self);
    const std::size_t got = std::min<std::size_t>(size, stream.bytes.size() - stream.at);
    if (got == 0) return static_cast<OPJ_SIZE_T>(-1);
    std::memcpy(out, stream.bytes.data() + stream.at, got);
    stream.at += got;
    return got;
  }
  static OPJ_OFF_T skip(OPJ_OFF_T count, void* self) {
    MemoryStream& stream = *static_cast<MemoryStream*>(self);
    if (count < 0 || static_cast<std::size_t>(count) > stream.bytes.size() - stream.at) return -1;
    stream.at += static_cast<std::size_t>(count);
    return count;
  }
  static OPJ_BOOL seek(OPJ_OFF_T offset, void* self) {
    MemoryStream& stream = *static_cast<MemoryStream*>(self);
    if (offset < 0 || static_cast<std::size_t>(offset) > stream.bytes.size()) return OPJ_FALSE;
    stream.at = static_cast<std::size_t>(offset);
    return OPJ_TRUE;
  }
};

void ignore_message(const char*, void*) {}

using ImageHandle = std::unique_ptr<opj_image_t, decltype(&opj_image_destroy)>;

/// Components as OpenJPEG decodes them, palette applied.
ImageHandle decode_components(const DecodeTask& task, ByteView bytes, bool bare) {
  const std::unique_ptr<opj_codec_t, decltype(&opj_destroy_codec)> codec(
      opj_create_decompress(bare ? OPJ_CODEC_J2K : OPJ_CODEC_JP2), opj_destroy_codec);
  const std::unique_ptr<opj_stream_t, decltype(&opj_stream_destroy)> stream(
      opj_stream_default_create(OPJ_TRUE), opj_stream_destroy);
  MemoryStream memory{bytes, 0};
  opj_stream_set_user_data(stream.get(), &memory, nullptr);
  opj_stream_set_user_data_length(stream.get(), bytes.size());
  opj_stream_set_read_function(stream.get(), MemoryStream::read);
  opj_stream_set_skip_function(stream.get(), MemoryStream::skip);
  opj_stream_set_seek_function(stream.get(), MemoryStream::seek);
  for (const auto set : {opj_set_error_handler, opj_set_warning_handler, opj_set_info_handler}) {
    set(codec.get(), ignore_message, nullptr);
  }
  opj_dparameters_t parameters;
  opj_set_default_decoder_parameters(&parameters);
  opj_image_t* raw = nullptr;
  const bool opened = opj_setup_decoder(codec.get(), &parameters) != OPJ_FALSE &&
                      opj_read_header(stream.get(), codec.get(), &raw) != OPJ_FALSE;
  ImageHandle image(raw, opj_image_destroy);
  if (!opened) throw damaged(task, "cannot be decoded as JPEG 2000");
  check_size(task, image->x1 - image->x0, image->y1 - image->y0);
  if (image->numcomps < 1 || image->numcomps > kComponentsMax) {
    throw damaged(task, "a JPEG 2000 of so many components is not supported");
  }
  if (opj_decode(codec.get(), stream.get(), image.get()) == OPJ_FALSE ||
      opj_end_decompress(codec.get(), stream.get()) == OPJ_FALSE) {
    // OpenJPEG tells data that are cut from data that are wrong in prose only.
    throw memory.at >= bytes.size() ? ends_early(task) : damaged(task, "image data is damaged");
  }
  return image;
}

/// A component's values over the whole grid, 0 … `top`.
class Channel {
 public:
  Channel(const DecodeTask& task, const opj_image_comp_t& component, int width, int height)
      : component_(component) {
    const bool covers = component.data != nullptr && component.dx > 0 && component.dy > 0 &&
                        std::uint64_t{component.w} * component.dx >= std::uint64_t(width) &&
                        std::uint64_t{component.h} * component.dy >= std::uint64_t(height);
    if (!covers || component.prec < 1 || component.prec > 31) {
      throw damaged(task, "image data is damaged");
    }
    highest_ = (std::int64_t{1} << component.prec) - 1;
    offset_ = component.sgnd != 0 ? std::int64_t{1} << (component.prec - 1) : 0;
  }

  int at(int x, int y, int top) const {
    const std::size_t index = static_cast<std::size_t>(y / component_.dy) * component_.w +
                              static_cast<std::size_t>(x / component_.dx);
    const std::int64_t value =
        std::clamp<std::int64_t>(component_.data[index] + offset_, 0, highest_);
    return highest_ == top ? static_cast<int>(value)
                           : static_cast<int>((value * top + highest_ / 2) / highest_);
  }
  int precision() const { return static_cast<int>(component_.prec); }
  bool is_opacity() const { return component_.alpha != 0; }

 private:
  const opj_image_comp_t& component_;
  std::int64_t highest_ = 0;
  std::int64_t offset_ = 0;
};

struct Decoded {
  MasterImage form;
  Bytes samples;
};

void put_sample(std::uint8_t*& out, int value, bool wide) {
  if (wide) *out++ = static_cast<std::uint8_t>(value >> 8);
  *out++ = static_cast<std::uint8_t>(value);
}

/// sYCC (IEC 61966-2-1 annex F) to sRGB, in place.
void to_rgb(int* values, int top) {
  const double half = (top + 1) / 2.0;
  const double y = values[0];
  const double cb = values[1] - half;
  const double cr = values[2] - half;
  const double rgb[3] = {y + 1.402 * cr, y - 0.344136 * cb - 0.714136 * cr, y + 1.772 * cb};
  for (int k = 0; k < 3; ++k) {
    values[k] = static_cast<int>(std::clamp(rgb[k] + 0.5, 0.0, static_cast<double>(top)));
  }
}

/// Interleaved samples of 8 or 16 bits, opacity composited on white. A palette's indexes
/// (`indexed`) are not stretched.
Decoded interleave(const DecodeTask& task, const opj_image_t& image, bool indexed) {
  Decoded decoded;
  MasterImage& form = decoded.form;
  form.width = static_cast<int>(image.comps[0].w * image.comps[0].dx);
  form.height = static_cast<int>(image.comps[0].h * image.comps[0].dy);
  form.width = std::min(form.width, static_cast<int>(image.x1 - image.x0));
  form.height = std::min(form.height, static_cast<int>(image.y1 - image.y0));
  check_size(task, static_cast<std::uint64_t>(std::max(0, form.width)),
             static_cast<std::uint64_t>(std::max(0, form.height)));
  std::vector<Channel> colors;
  std::optional<Channel> opacity;
  for (OPJ_UINT32 i = 0; i < image.numcomps; ++i) {
    const Channel channel(task, image.comps[i], form.width, form.height);
    if (channel.is_opacity()) {
      opacity.emplace(channel);
    } else {
      colors.push_back(channel);
    }
  }
  // Two or five channels: the last is opacity, said or not.
  if (colors.size() == 2 || colors.size() == 5) {
    opacity.emplace(colors.back());
    colors.pop_back();
  }
  if (colors.empty()) throw damaged(task, "the JPEG 2000 has no colours");
  const bool ycc = image.color_space == OPJ_CLRSPC_SYCC && colors.size() == 3;
  const bool wide = colors[0].precision() > 8 && !indexed;
  const int top = indexed ? (1 << std::min(8, colors[0].precision())) - 1 : wide ? 65535 : 255;
  form.bits_per_component = wide ? 16 : 8;
  form.color_space = colors.size() == 1   ? ColorSpace::kGrey
                     : colors.size() == 3 ? ColorSpace::kRgb
                                          : ColorSpace::kCmyk;
  decoded.samples.resize(packed_stride(form) * form.height);
  std::uint8_t* out = decoded.samples.data();
  for (int y = 0; y < form.height; ++y) {
    for (int x = 0; x < form.width; ++x) {
      int values[kComponentsMax] = {};
      for (std::size_t k = 0; k < colors.size(); ++k) values[k] = colors[k].at(x, y, top);
      if (ycc) to_rgb(values, top);
      const std::int64_t alpha = opacity ? opacity->at(x, y, top) : top;
      for (std::size_t k = 0; k < colors.size(); ++k) {
        const std::int64_t shown = (values[k] * alpha + std::int64_t{top} * (top - alpha)) / top;
        put_sample(out, static_cast<int>(shown), wide);
      }
    }
  }
  return decoded;
}

/// The samples of a master, with the colours that it is said to have.
Decoded decode_as(const DecodeTask& task, const MasterImage& master) {
  const ImageHandle components = decode_components(task, master.bytes, false);
  const bool indexed = master.color_space == ColorSpace::kIndexed;
  Decoded decoded = interleave(task, *components, indexed);
  MasterImage& form = decoded.form;
  if (form.width != master.width || form.height != master.height ||
      component_count(form.color_space) != component_count(master.color_space)) {
    throw damaged(task, "the JPEG 2000 is not the image it is said to be");
  }
  form.color_space = master.color_space;
  form.palette = master.palette;
  form.icc_profile = master.icc_profile;
  form.decode = master.decode;
  return decoded;
}

}  // namespace

SourceImage read_jpeg2000(const DecodeTask& task, Bytes file) {
  const std::optional<Jp2Header> header = read_jp2_header(file);
  if (!header) throw damaged(task, "cannot be decoded as JPEG 2000");
  const ImageHandle components = decode_components(task, file, header->bare);
  Decoded decoded = interleave(task, *components, false);
  SourceImage image;
  image.dpi = header->dpi;
  image.pixels = pixels_of(task, decoded.form, decoded.samples);
  const bool wrapped = header->bare && (header->components == 1 || header->components == 3);
  const bool kept = header->bits > 0 && (header->simple || wrapped);
  if (!kept) {
    image.master = store_flate(std::move(decoded.form), decoded.samples);
    return image;
  }
  image.master = std::move(decoded.form);
  image.master.codec = Codec::kJpx;
  image.master.bits_per_component = header->bits;
  image.master.icc_profile = header->icc_profile;
  image.master.original = !wrapped;
  image.master.bytes = wrapped ? jp2_around(*header, file) : std::move(file);
  image.master.sha256 = sha256_of(image.master.bytes);
  return image;
}

std::optional<MasterImage> as_jpeg2000(MasterImage form, bool has_color_space) {
  const std::optional<Jp2Header> header = read_jp2_header(form.bytes);
  if (!header || header->bare || !header->simple || header->bits == 0 ||
      header->width != form.width || header->height != form.height) {
    return std::nullopt;
  }
  if (!has_color_space) {
    form.color_space = *header->color_space;
    form.icc_profile = header->icc_profile;
  }
  if (component_count(form.color_space) != header->components) return std::nullopt;
  form.bits_per_component = header->bits;
  form.codec = Codec::kJpx;
  return form;
}

Image decode_jpeg2000(const DecodeTask& task, const MasterImage& master) {
  const Decoded decoded = decode_as(task, master);
  return pixels_of(task, decoded.form, decoded.samples);
}

MasterImage jpeg2000_as_flate(const DecodeTask& task, const MasterImage& master) {
  Decoded decoded = decode_as(task, master);
  return store_flate(std::move(decoded.form), decoded.samples);
}

}  // namespace sohoa
