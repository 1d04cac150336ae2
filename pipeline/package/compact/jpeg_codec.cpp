#include "pipeline/package/compact/jpeg_codec.h"

#include <cstring>

#include "pipeline/package/compact/jpeg_session.h"

namespace sohoa {

namespace {

constexpr unsigned kMarkerBytesMax = 0xFFFF;
constexpr int kProfileMarker = JPEG_APP0 + 2;

bool can_be_jpeg(const Image& pixels) {
  return !pixels.empty() && pixels.width <= JPEG_MAX_DIMENSION &&
         pixels.height <= JPEG_MAX_DIMENSION && (pixels.channels == 1 || pixels.channels == 3);
}

void copy_profile(const jpeg_decompress_struct& from, jpeg_compress_struct& to) {
  for (jpeg_saved_marker_ptr marker = from.marker_list; marker != nullptr; marker = marker->next) {
    constexpr char kMark[] = "ICC_PROFILE";
    if (marker->marker == kProfileMarker && marker->data_length > sizeof kMark &&
        std::memcmp(marker->data, kMark, sizeof kMark) == 0) {
      jpeg_write_marker(&to, kProfileMarker, marker->data, marker->data_length);
    }
  }
}

}  // namespace

std::optional<Bytes> packed_jpeg(const Image& pixels, const JpegForm& form) {
  if (!can_be_jpeg(pixels)) return {};
  JpegPacker packer;
  const bool done = completes(packer.trouble, [&] {
    packer.open();
    packer.describe(pixels, form.quality);
    if (form.chroma == ChromaGrid::kFull) {
      packer.info.comp_info[0].h_samp_factor = 1;
      packer.info.comp_info[0].v_samp_factor = 1;
    }
    packer.set_scans();
    packer.write_rows(pixels);
  });
  if (!done) return {};
  return packer.bytes();
}

std::optional<Image> seen_through_jpeg(const Image& grey, int quality) {
  if (!can_be_jpeg(grey) || grey.channels != 1) return {};
  JpegPacker packer;
  const bool packed = completes(packer.trouble, [&] {
    packer.open();
    packer.describe(grey, quality);
    packer.write_rows(grey);
  });
  if (!packed) return {};
  const Bytes jpeg = packer.bytes();
  Image seen{grey.width, grey.height, 1, Bytes(grey.data.size())};
  JpegUnpacker unpacker;
  const bool done = completes(unpacker.trouble, [&] {
    unpacker.open(jpeg);
    jpeg_read_header(&unpacker.info, TRUE);
    jpeg_start_decompress(&unpacker.info);
    while (unpacker.info.output_scanline < unpacker.info.output_height) {
      JSAMPROW row = seen.row(static_cast<int>(unpacker.info.output_scanline));
      jpeg_read_scanlines(&unpacker.info, &row, 1);
    }
  });
  if (!done) return {};
  return seen;
}

std::optional<Bytes> repacked_jpeg(ByteView jpeg) {
  JpegUnpacker unpacker;
  JpegPacker packer;
  jvirt_barray_ptr* coefficients = nullptr;
  const bool read = completes(unpacker.trouble, [&] {
    unpacker.open(jpeg);
    jpeg_save_markers(&unpacker.info, kProfileMarker, kMarkerBytesMax);
    jpeg_read_header(&unpacker.info, TRUE);
    coefficients = jpeg_read_coefficients(&unpacker.info);
  });
  if (!read) return {};
  const bool written = completes(packer.trouble, [&] {
    packer.open();
    jpeg_copy_critical_parameters(&unpacker.info, &packer.info);
    packer.set_scans();
    // The coefficients are fetched by the compressor, out of the decompressor's memory.
    jpeg_write_coefficients(&packer.info, coefficients);
    copy_profile(unpacker.info, packer.info);
    jpeg_finish_compress(&packer.info);
  });
  if (!written) return {};
  return packer.bytes();
}

}  // namespace sohoa
