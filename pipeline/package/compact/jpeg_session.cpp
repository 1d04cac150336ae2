#include "pipeline/package/compact/jpeg_session.h"

#include <jerror.h>

#include <cstdlib>
#include <iterator>

namespace sohoa {

namespace {

constexpr int kScansMax = 500;  // as acquire has it; hostile files ask for thousands

[[noreturn]] void on_error(j_common_ptr info) {
  std::longjmp(reinterpret_cast<JpegTrouble*>(info->err)->jump, 1);
}

void on_message(j_common_ptr info, int level) {
  if (level < 0) on_error(info);
}

void on_output(j_common_ptr) {}

void on_progress(j_common_ptr info) {
  if (reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > kScansMax) on_error(info);
}

// libjpeg's own progression (jpeg_simple_progression), but each block's mean at once: on paper,
// where means hardly change, its last bit would cost as much as all others together.
constexpr jpeg_scan_info kGreyScans[] = {{1, {0}, 0, 0, 0, 0},
                                         {1, {0}, 1, 5, 0, 2},
                                         {1, {0}, 6, 63, 0, 2},
                                         {1, {0}, 1, 63, 2, 1},
                                         {1, {0}, 1, 63, 1, 0}};
constexpr jpeg_scan_info kColourScans[] = {
    {3, {0, 1, 2}, 0, 0, 0, 0}, {1, {0}, 1, 5, 0, 2},  {1, {2}, 1, 63, 0, 1},
    {1, {1}, 1, 63, 0, 1},      {1, {0}, 6, 63, 0, 2}, {1, {0}, 1, 63, 2, 1},
    {1, {2}, 1, 63, 1, 0},      {1, {1}, 1, 63, 1, 0}, {1, {0}, 1, 63, 1, 0}};

}  // namespace

JpegTrouble::JpegTrouble() {
  jpeg_std_error(&base);
  base.error_exit = on_error;
  base.emit_message = on_message;
  base.output_message = on_output;
}

JpegPacker::~JpegPacker() {
  jpeg_destroy_compress(&info);
  std::free(buffer_);
}

void JpegPacker::open() {
  info.err = &trouble.base;
  jpeg_create_compress(&info);
  jpeg_mem_dest(&info, &buffer_, &size_);
}

void JpegPacker::describe(const Image& pixels, int quality) {
  info.image_width = static_cast<JDIMENSION>(pixels.width);
  info.image_height = static_cast<JDIMENSION>(pixels.height);
  info.input_components = pixels.channels;
  info.in_color_space = pixels.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, quality, TRUE);
}

void JpegPacker::set_scans() {
  if (info.num_components == 1) {
    info.scan_info = kGreyScans;
    info.num_scans = static_cast<int>(std::size(kGreyScans));
  } else if (info.num_components == 3) {
    info.scan_info = kColourScans;
    info.num_scans = static_cast<int>(std::size(kColourScans));
  } else {
    jpeg_simple_progression(&info);
  }
}

void JpegPacker::write_rows(const Image& pixels) {
  jpeg_start_compress(&info, TRUE);
  while (info.next_scanline < info.image_height) {
    JSAMPROW row = const_cast<JSAMPROW>(pixels.row(static_cast<int>(info.next_scanline)));
    jpeg_write_scanlines(&info, &row, 1);
  }
  jpeg_finish_compress(&info);
}

Bytes JpegPacker::bytes() const { return Bytes(buffer_, buffer_ + size_); }

JpegUnpacker::~JpegUnpacker() { jpeg_destroy_decompress(&info); }

void JpegUnpacker::open(ByteView jpeg) {
  info.err = &trouble.base;
  jpeg_create_decompress(&info);
  progress_.progress_monitor = on_progress;
  info.progress = &progress_;
  jpeg_mem_src(&info, jpeg.data(), jpeg.size());
}

}  // namespace sohoa
