#include "pipeline/acquire/ccitt.h"

#include <utility>

#include "pipeline/acquire/samples.h"
#include "pipeline/acquire/tiff_handle.h"
#include "pipeline/base/digest.h"

namespace sohoa {

namespace {

constexpr std::uint32_t kShort = 3;
constexpr std::uint32_t kLong = 4;

/// A little-endian TIFF of one strip, since libtiff decodes only what lies in one.
class StripFile {
 public:
  explicit StripFile(const MasterImage& master) : data_bytes_(master.bytes.size()) {
    bytes_ = {'I', 'I', 42, 0};
    put32(static_cast<std::uint32_t>(kHeaderBytes + data_bytes_));
    bytes_.insert(bytes_.end(), master.bytes.begin(), master.bytes.end());
    put16(kEntryCount);
    entry(TIFFTAG_IMAGEWIDTH, kLong, static_cast<std::uint32_t>(master.width));
    entry(TIFFTAG_IMAGELENGTH, kLong, static_cast<std::uint32_t>(master.height));
    entry(TIFFTAG_BITSPERSAMPLE, kShort, 1);
    entry(TIFFTAG_COMPRESSION, kShort, compression(master.ccitt));
    entry(TIFFTAG_PHOTOMETRIC, kShort, PHOTOMETRIC_MINISWHITE);
    entry(TIFFTAG_STRIPOFFSETS, kLong, kHeaderBytes);
    entry(TIFFTAG_SAMPLESPERPIXEL, kShort, 1);
    entry(TIFFTAG_ROWSPERSTRIP, kLong, static_cast<std::uint32_t>(master.height));
    entry(TIFFTAG_STRIPBYTECOUNTS, kLong, static_cast<std::uint32_t>(data_bytes_));
    entry(TIFFTAG_GROUP3OPTIONS, kLong, master.ccitt.k > 0 ? GROUP3OPT_2DENCODING : 0);
    put32(0);
  }
  const Bytes& bytes() const { return bytes_; }

 private:
  static constexpr std::uint32_t kHeaderBytes = 8;
  static constexpr std::uint32_t kEntryCount = 10;

  static std::uint32_t compression(const CcittParameters& ccitt) {
    if (ccitt.k < 0) return COMPRESSION_CCITTFAX4;
    const bool byte_rows = ccitt.k == 0 && ccitt.encoded_byte_align && !ccitt.end_of_line;
    return byte_rows ? COMPRESSION_CCITTRLE : COMPRESSION_CCITTFAX3;
  }
  void put16(std::uint32_t value) {
    bytes_.push_back(static_cast<std::uint8_t>(value));
    bytes_.push_back(static_cast<std::uint8_t>(value >> 8));
  }
  void put32(std::uint32_t value) {
    put16(value & 0xFFFF);
    put16(value >> 16);
  }
  void entry(std::uint32_t tag, std::uint32_t type, std::uint32_t value) {
    put16(tag);
    put16(type);
    put32(1);
    put32(value);
  }

  std::size_t data_bytes_;
  Bytes bytes_;
};

/// Bits of the codec, where 1 is a black run.
Bytes decode_bits(const DecodeTask& task, const MasterImage& master) {
  const CcittParameters& ccitt = master.ccitt;
  if (ccitt.k < 0 && ccitt.encoded_byte_align) {
    throw damaged(task, "fax data with byte-aligned group 4 rows are not supported");
  }
  if (master.bytes.empty() || master.bytes.size() >> 31 != 0) throw ends_early(task);
  const StripFile file(master);
  TiffHandle tiff(file.bytes());
  if (tiff.handle() == nullptr) throw damaged(task, "fax data cannot be decoded");
  if (ccitt.k == 0 && !ccitt.end_of_line && !ccitt.encoded_byte_align) {
    TIFFSetField(tiff.handle(), TIFFTAG_FAXMODE, FAXMODE_NOEOL | FAXMODE_NORTC);
  }
  tiff.forget_messages();
  Bytes bits(packed_stride(master) * master.height, 0);
  const tmsize_t got =
      TIFFReadEncodedStrip(tiff.handle(), 0, bits.data(), static_cast<tmsize_t>(bits.size()));
  if (tiff.ended_early()) throw ends_early(task);
  if (got < 0) throw damaged(task, "fax data cannot be decoded");
  return bits;
}

void set_form(TIFF* tiff, const MasterImage& form) {
  TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, static_cast<std::uint32_t>(form.width));
  TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, static_cast<std::uint32_t>(form.height));
  TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, static_cast<std::uint32_t>(form.height));
  TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 1);
  TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
  TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
  TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
  TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
}

bool is_black_1(const MasterImage& form) {
  return form.decode.size() == 2 && form.decode[0] > form.decode[1];
}

}  // namespace

Image decode_ccitt(const DecodeTask& task, const MasterImage& master) {
  MasterImage form = master;
  form.bytes.clear();
  // The codec's bits become PDF samples: black runs are 0, or 1 with BlackIs1.
  if (!master.ccitt.black_is_1) {
    if (form.decode.empty()) form.decode = {0, 1};
    std::swap(form.decode[0], form.decode[1]);
  }
  return pixels_of(task, form, decode_bits(task, master));
}

MasterImage store_g4(MasterImage form, ByteView samples) {
  TiffHandle tiff;
  set_form(tiff.handle(), form);
  // Runs of ink are the codec's black ones, whatever the samples call them.
  Bytes bits(samples.begin(), samples.end());
  if (!is_black_1(form)) {
    for (std::uint8_t& byte : bits) byte = static_cast<std::uint8_t>(~byte);
  }
  TIFFWriteEncodedStrip(tiff.handle(), 0, bits.data(), static_cast<tmsize_t>(bits.size()));
  std::uint64_t* offsets = nullptr;
  std::uint64_t* sizes = nullptr;
  TIFFGetField(tiff.handle(), TIFFTAG_STRIPOFFSETS, &offsets);
  TIFFGetField(tiff.handle(), TIFFTAG_STRIPBYTECOUNTS, &sizes);
  const ByteView strip = tiff.written().subspan(offsets[0], sizes[0]);
  form.codec = Codec::kCcitt;
  form.ccitt = CcittParameters{};
  form.decode.clear();
  form.bytes.assign(strip.begin(), strip.end());
  form.original = false;
  form.sha256 = sha256_of(form.bytes);
  return form;
}

}  // namespace sohoa
