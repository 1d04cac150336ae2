#include "pipeline/acquire/tiff.h"

#include <algorithm>
#include <cstring>

#include "pipeline/acquire/ccitt.h"
#include "pipeline/acquire/flate.h"
#include "pipeline/acquire/jpeg.h"
#include "pipeline/acquire/limits.h"
#include "pipeline/acquire/samples.h"
#include "pipeline/acquire/tiff_tags.h"
#include "pipeline/base/digest.h"

namespace sohoa {

namespace {

constexpr std::uint32_t kStripBytesMax = 1U << 30;

MasterImage empty_form(const TiffTags& tags) {
  MasterImage form;
  form.width = static_cast<int>(tags.width);
  form.height = static_cast<int>(tags.height);
  return form;
}

Error decoding_error(const DecodeTask& task, const TiffHandle& tiff) {
  if (tiff.ended_early()) return ends_early(task);
  return damaged(task, "cannot be decoded as TIFF (" +
                           (tiff.error().empty() ? tiff.warning() : tiff.error()) + ")");
}

Bytes raw_strip(const DecodeTask& task, const TiffHandle& tiff) {
  const std::uint64_t size = TIFFGetStrileByteCount(tiff.handle(), 0);
  if (size == 0 || size > kStripBytesMax) throw damaged(task, "the TIFF has no image data");
  Bytes bytes(size);
  const tmsize_t got =
      TIFFReadRawStrip(tiff.handle(), 0, bytes.data(), static_cast<tmsize_t>(size));
  if (got != static_cast<tmsize_t>(size)) throw ends_early(task);
  return bytes;
}

bool is_fax_strip(TIFF* tiff, const TiffTags& tags) {
  const bool coding = tags.compression == COMPRESSION_CCITTFAX4 ||
                      tags.compression == COMPRESSION_CCITTRLE ||
                      (tags.compression == COMPRESSION_CCITTFAX3 &&
                       (tags.group3_options & GROUP3OPT_UNCOMPRESSED) == 0);
  const bool bilevel =
      tags.photometric == PHOTOMETRIC_MINISWHITE || tags.photometric == PHOTOMETRIC_MINISBLACK;
  return coding && bilevel && !tags.tiled && tags.bits == 1 && tags.samples == 1 &&
         TIFFNumberOfStrips(tiff) == 1;
}

/// The end mark of group 4, two end-of-line codes, in the last bytes.
bool has_end_of_block(const Bytes& bytes) {
  std::uint64_t tail = 0;
  for (std::size_t i = bytes.size() - std::min<std::size_t>(bytes.size(), 6); i < bytes.size();
       ++i) {
    tail = tail << 8 | bytes[i];
  }
  for (int shift = 0; shift < 24; ++shift) {
    if ((tail >> shift & 0xFFFFFF) == 0x001001) return true;
  }
  return false;
}

SourceImage read_fax(const DecodeTask& task, const TiffHandle& tiff, const TiffTags& tags) {
  SourceImage image;
  MasterImage& master = image.master;
  master = empty_form(tags);
  master.codec = Codec::kCcitt;
  master.bits_per_component = 1;
  master.bytes = raw_strip(task, tiff);
  master.original = tags.fill_order == FILLORDER_MSB2LSB;
  if (!master.original) {
    TIFFReverseBits(master.bytes.data(), static_cast<tmsize_t>(master.bytes.size()));
  }
  // A black run is black on paper unless the samples are said to be the other way round.
  master.ccitt.black_is_1 = tags.photometric == PHOTOMETRIC_MINISBLACK;
  if (tags.compression == COMPRESSION_CCITTFAX4) {
    master.ccitt.end_of_block = has_end_of_block(master.bytes);
  } else {
    master.ccitt.k = (tags.group3_options & GROUP3OPT_2DENCODING) != 0 ? 4 : 0;
    master.ccitt.end_of_line = tags.compression == COMPRESSION_CCITTFAX3;
    master.ccitt.encoded_byte_align = tags.compression == COMPRESSION_CCITTRLE;
    master.ccitt.end_of_block = false;
  }
  master.sha256 = sha256_of(master.bytes);
  image.pixels = decode_ccitt(task, master);
  return image;
}

bool is_jpeg_strip(TIFF* tiff, const TiffTags& tags) {
  const bool grey = tags.samples == 1 && tags.photometric == PHOTOMETRIC_MINISBLACK;
  const bool colour = tags.samples == 3 && tags.photometric == PHOTOMETRIC_YCBCR;
  return tags.compression == COMPRESSION_JPEG && tags.bits == 8 && !tags.tiled &&
         (grey || colour) && TIFFNumberOfStrips(tiff) == 1;
}

/// TIFF technical note 2: tables may lie in a tag of their own; put back where a JPEG has them. The
/// image data stay as they are.
SourceImage read_jpeg_strip(const DecodeTask& task, const TiffHandle& tiff, const TiffTags& tags) {
  SourceImage image;
  MasterImage& master = image.master;
  master = empty_form(tags);
  master.codec = Codec::kJpeg;
  master.color_space = tags.samples == 3 ? ColorSpace::kRgb : ColorSpace::kGrey;
  master.icc_profile = read_tiff_profile(tiff.handle(), tags.samples);
  master.bytes = raw_strip(task, tiff);
  std::uint32_t size = 0;
  void* data = nullptr;
  const bool tables =
      TIFFGetField(tiff.handle(), TIFFTAG_JPEGTABLES, &size, &data) != 0 && size > 4;
  if (tables && master.bytes.size() > 2) {
    const std::uint8_t* begin = static_cast<const std::uint8_t*>(data);
    master.bytes.insert(master.bytes.begin() + 2, begin + 2, begin + size - 2);
  }
  master.original = !tables;
  master.sha256 = sha256_of(master.bytes);
  image.pixels = decode_jpeg(task, master);
  return image;
}

/// The form of samples that libtiff hands over as PDF would have them; nothing for other kinds.
std::optional<MasterImage> plain_form(TIFF* tiff, const TiffTags& tags) {
  MasterImage form = empty_form(tags);
  form.bits_per_component = tags.bits;
  const bool bits =
      tags.bits == 1 || tags.bits == 2 || tags.bits == 4 || tags.bits == 8 || tags.bits == 16;
  const bool together = tags.samples == 1 || tags.planar == PLANARCONFIG_CONTIG;
  if (!bits || !together || tags.sample_format != SAMPLEFORMAT_UINT) return std::nullopt;
  switch (tags.photometric) {
    case PHOTOMETRIC_MINISWHITE:
      form.decode = {1, 0};
      break;
    case PHOTOMETRIC_MINISBLACK:
      break;
    case PHOTOMETRIC_PALETTE:
      if (tags.bits > 8) return std::nullopt;
      form.color_space = ColorSpace::kIndexed;
      form.palette = read_tiff_palette(tiff, tags.bits);
      if (form.palette.empty()) return std::nullopt;
      break;
    case PHOTOMETRIC_YCBCR:
      if (tags.compression != COMPRESSION_JPEG || tags.bits != 8) return std::nullopt;
      TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
      form.color_space = ColorSpace::kRgb;
      break;
    case PHOTOMETRIC_RGB:
      form.color_space = ColorSpace::kRgb;
      break;
    case PHOTOMETRIC_SEPARATED:
      if (tags.ink_set != INKSET_CMYK) return std::nullopt;
      form.color_space = ColorSpace::kCmyk;
      break;
    default:
      return std::nullopt;
  }
  if (tags.samples != component_count(form.color_space)) return std::nullopt;
  if (form.color_space != ColorSpace::kIndexed) {
    form.icc_profile = read_tiff_profile(tiff, tags.samples);
  }
  return form;
}

void read_strips(const DecodeTask& task, const TiffHandle& tiff, std::size_t stride,
                 Bytes& samples) {
  std::uint32_t rows = 0;
  TIFFGetFieldDefaulted(tiff.handle(), TIFFTAG_ROWSPERSTRIP, &rows);
  const std::size_t strip_bytes = TIFFStripSize(tiff.handle());
  const std::uint32_t count = TIFFNumberOfStrips(tiff.handle());
  std::size_t at = 0;
  for (std::uint32_t strip = 0; strip < count && at < samples.size(); ++strip) {
    const std::size_t wanted = std::min(strip_bytes, samples.size() - at);
    const tmsize_t got = TIFFReadEncodedStrip(tiff.handle(), strip, samples.data() + at,
                                              static_cast<tmsize_t>(wanted));
    if (got < 0 || tiff.ended_early()) throw decoding_error(task, tiff);
    if (static_cast<std::size_t>(got) < wanted) throw ends_early(task);
    at += wanted;
  }
  if (at < samples.size() || strip_bytes % stride != 0) throw decoding_error(task, tiff);
}

void read_tiles(const DecodeTask& task, const TiffHandle& tiff, const TiffTags& tags,
                std::size_t stride, Bytes& samples) {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  TIFFGetField(tiff.handle(), TIFFTAG_TILEWIDTH, &width);
  TIFFGetField(tiff.handle(), TIFFTAG_TILELENGTH, &height);
  const std::size_t tile_stride = TIFFTileRowSize(tiff.handle());
  check_size(task, width, height);
  Bytes tile(tile_stride * height);
  for (std::uint32_t y = 0; y < tags.height; y += height) {
    for (std::uint32_t x = 0; x < tags.width; x += width) {
      const tmsize_t got = TIFFReadTile(tiff.handle(), tile.data(), x, y, 0, 0);
      if (got < 0 || tiff.ended_early()) throw decoding_error(task, tiff);
      const std::size_t left = x / width * tile_stride;
      const std::size_t bytes = std::min(tile_stride, stride - left);
      for (std::uint32_t row = 0; row < std::min(height, tags.height - y); ++row) {
        std::memcpy(samples.data() + (y + row) * stride + left, tile.data() + row * tile_stride,
                    bytes);
      }
    }
  }
}

/// libtiff hands over 16-bit samples in the machine's byte order; PDF wants the upper byte first.
void put_upper_byte_first(Bytes& samples) {
  for (std::size_t i = 0; i + 1 < samples.size(); i += 2) {
    std::uint16_t value = 0;
    std::memcpy(&value, &samples[i], 2);
    samples[i] = static_cast<std::uint8_t>(value >> 8);
    samples[i + 1] = static_cast<std::uint8_t>(value);
  }
}

SourceImage read_plain(const DecodeTask& task, const TiffHandle& tiff, const TiffTags& tags,
                       MasterImage form) {
  const std::size_t stride = packed_stride(form);
  Bytes samples(stride * tags.height);
  if (tags.tiled) {
    read_tiles(task, tiff, tags, stride, samples);
  } else {
    read_strips(task, tiff, stride, samples);
  }
  if (tags.bits == 16) put_upper_byte_first(samples);
  SourceImage image;
  image.pixels = pixels_of(task, form, samples);
  const bool bilevel = tags.bits == 1 && form.color_space == ColorSpace::kGrey;
  image.master =
      bilevel ? store_g4(std::move(form), samples) : store_flate(std::move(form), samples);
  return image;
}

/// libtiff's own conversion to 8-bit RGB with premultiplied alpha, for what is left.
SourceImage read_converted(const DecodeTask& task, const TiffHandle& tiff, const TiffTags& tags) {
  char reason[1024] = {};
  if (TIFFRGBAImageOK(tiff.handle(), reason) == 0) {
    throw damaged(task, std::string("this kind of TIFF is not supported (") + reason + ")");
  }
  TIFFSetField(tiff.handle(), TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
  const std::size_t pixel_count = static_cast<std::size_t>(tags.width) * tags.height;
  std::vector<std::uint32_t> raster(pixel_count);
  if (TIFFReadRGBAImageOriented(tiff.handle(), tags.width, tags.height, raster.data(),
                                ORIENTATION_TOPLEFT, 1) == 0 ||
      tiff.ended_early()) {
    throw decoding_error(task, tiff);
  }
  const bool grey = tags.samples <= 2 && (tags.photometric == PHOTOMETRIC_MINISBLACK ||
                                          tags.photometric == PHOTOMETRIC_MINISWHITE);
  SourceImage image;
  image.pixels =
      make_image(task, static_cast<int>(tags.width), static_cast<int>(tags.height), grey ? 1 : 3);
  std::uint8_t* out = image.pixels.data.data();
  for (const std::uint32_t pixel : raster) {
    const std::uint32_t paper = 255 - TIFFGetA(pixel);
    *out++ = static_cast<std::uint8_t>(std::min(255U, TIFFGetR(pixel) + paper));
    if (grey) continue;
    *out++ = static_cast<std::uint8_t>(std::min(255U, TIFFGetG(pixel) + paper));
    *out++ = static_cast<std::uint8_t>(std::min(255U, TIFFGetB(pixel) + paper));
  }
  MasterImage form = empty_form(tags);
  form.color_space = grey ? ColorSpace::kGrey : ColorSpace::kRgb;
  image.master = store_flate(std::move(form), image.pixels.data);
  return image;
}

bool is_thumbnail(TIFF* tiff) {
  std::uint32_t type = 0;
  return TIFFGetField(tiff, TIFFTAG_SUBFILETYPE, &type) != 0 && (type & FILETYPE_REDUCEDIMAGE) != 0;
}

SourceImage read_image(const DecodeTask& task, const TiffHandle& tiff, const TiffTags& tags) {
  if (is_fax_strip(tiff.handle(), tags)) return read_fax(task, tiff, tags);
  if (is_jpeg_strip(tiff.handle(), tags)) return read_jpeg_strip(task, tiff, tags);
  std::optional<MasterImage> form = plain_form(tiff.handle(), tags);
  return form ? read_plain(task, tiff, tags, std::move(*form)) : read_converted(task, tiff, tags);
}

}  // namespace

TiffFile::TiffFile(const std::filesystem::path& path, const std::string& name) : tiff_(path) {
  if (tiff_.handle() == nullptr) {
    throw Error(ExitCode::kInput, name, "cannot be read as TIFF (" + tiff_.error() + ")",
                "scan it again");
  }
  std::vector<std::uint64_t> thumbnails;
  do {
    const std::uint64_t offset = TIFFCurrentDirOffset(tiff_.handle());
    (is_thumbnail(tiff_.handle()) ? thumbnails : directories_).push_back(offset);
    if (directories_.size() + thumbnails.size() > static_cast<std::size_t>(kPagesMax)) {
      throw Error(ExitCode::kInput, name, "has more than " + std::to_string(kPagesMax) + " pages",
                  "split the file");
    }
  } while (TIFFReadDirectory(tiff_.handle()) != 0);
  if (directories_.empty()) directories_ = thumbnails;
  if (TIFFLastDirectory(tiff_.handle()) == 0) {
    findings_.push_back(
        {"input.pages-lost",
         Severity::kError,
         name,
         "the list of its pages is damaged after page " + std::to_string(directories_.size()),
         "compare the number of pages with the papers",
         {}});
  }
}

SourceImage TiffFile::read(const DecodeTask& task, int number) {
  tiff_.forget_messages();
  if (TIFFSetSubDirectory(tiff_.handle(), directories_.at(static_cast<std::size_t>(number - 1))) ==
      0) {
    throw decoding_error(task, tiff_);
  }
  const TiffTags tags = read_tiff_tags(tiff_.handle());
  const Resolution dpi = read_tiff_resolution(tiff_.handle());
  check_size(task, tags.width, tags.height);
  SourceImage image = read_image(task, tiff_, tags);
  image.dpi = dpi;
  image.orientation = tags.orientation;
  if (!tiff_.error().empty()) image.findings.push_back(damage_finding(task, tiff_.error()));
  return image;
}

}  // namespace sohoa
