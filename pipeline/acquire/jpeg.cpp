#include "pipeline/acquire/jpeg.h"

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

// jpeglib.h wants stdio before it.
#include <jerror.h>
#include <jpeglib.h>

#include "pipeline/acquire/color.h"
#include "pipeline/acquire/exif.h"
#include "pipeline/acquire/flate.h"
#include "pipeline/acquire/samples.h"
#include "pipeline/base/digest.h"

namespace sohoa {

namespace {

constexpr int kScansMax =
    500;  // a progressive file needs about ten; hostile ones ask for thousands
constexpr int kRowsAtOnce = 16;
constexpr unsigned kMarkerBytesMax = 0xFFFF;
constexpr int kEndOfImage = 0xD9;

/// libjpeg's errors arrive here. `base` is first: the library hands back a pointer to it.
struct Trouble {
  jpeg_error_mgr base{};
  std::jmp_buf jump;
  char message[JMSG_LENGTH_MAX] = {};
  bool short_data = false;
  bool damage = false;
};

Trouble& trouble_of(j_common_ptr info) { return *reinterpret_cast<Trouble*>(info->err); }

[[noreturn]] void on_error(j_common_ptr info) {
  Trouble& trouble = trouble_of(info);
  info->err->format_message(info, trouble.message);
  std::longjmp(trouble.jump, 1);
}

void on_message(j_common_ptr info, int level) {
  if (level >= 0) return;
  Trouble& trouble = trouble_of(info);
  const int code = info->err->msg_code;
  if (code == JWRN_JPEG_EOF) return;  // only the end mark may be missing
  if (code == JWRN_HIT_MARKER && info->is_decompressor != 0 &&
      reinterpret_cast<j_decompress_ptr>(info)->unread_marker == kEndOfImage) {
    trouble.short_data = true;
  }
  if (!trouble.damage) info->err->format_message(info, trouble.message);
  trouble.damage = true;
}

void on_output(j_common_ptr) {}

void on_progress(j_common_ptr info) {
  const j_decompress_ptr decoder = reinterpret_cast<j_decompress_ptr>(info);
  if (decoder->input_scan_number > kScansMax) {
    info->err->msg_code = JERR_BAD_PROGRESSION;
    on_error(info);
  }
}

jpeg_error_mgr* prepare(Trouble& trouble) {
  jpeg_error_mgr* manager = jpeg_std_error(&trouble.base);
  manager->error_exit = on_error;
  manager->emit_message = on_message;
  manager->output_message = on_output;
  return manager;
}

/// A decoder's memory, given back however decoding ends.
struct Handle {
  jpeg_decompress_struct info{};

  Handle() = default;
  ~Handle() { jpeg_destroy_decompress(&info); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
};

/// The library leaves by longjmp: between `setjmp` in `guarded` and the jump no object with a
/// destructor may come to life, so the steps given to it only call the library.
class Decoder {
 public:
  Decoder(const DecodeTask& task, ByteView bytes) : task_(task) {
    info_.err = prepare(trouble_);
    guarded([&] {
      jpeg_create_decompress(&info_);
      progress_.progress_monitor = on_progress;
      info_.progress = &progress_;
      jpeg_save_markers(&info_, JPEG_APP0 + 1, kMarkerBytesMax);
      jpeg_save_markers(&info_, JPEG_APP0 + 2, kMarkerBytesMax);
      jpeg_mem_src(&info_, bytes.data(), bytes.size());
      jpeg_read_header(&info_, TRUE);
    });
    check_size(task_, info_.image_width, info_.image_height);
    if (info_.num_components != 1 && info_.num_components != 3 && info_.num_components != 4) {
      throw damaged(task_, "a JPEG of " + std::to_string(info_.num_components) +
                               " colour components is not supported");
    }
  }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  const jpeg_decompress_struct& info() const { return info_; }
  const Trouble& trouble() const { return trouble_; }

  Bytes icc_profile() {
    JOCTET* data = nullptr;
    unsigned size = 0;
    if (!jpeg_read_icc_profile(&info_, &data, &size)) return {};
    const std::unique_ptr<JOCTET, void (*)(void*)> owned(data, std::free);
    return Bytes(data, data + size);
  }

  Exif exif() const {
    for (jpeg_saved_marker_ptr marker = info_.marker_list; marker != nullptr;
         marker = marker->next) {
      constexpr std::string_view kMark("Exif\0\0", 6);
      const ByteView data(marker->data, marker->data_length);
      if (marker->marker == JPEG_APP0 + 1 && as_text(data).starts_with(kMark)) {
        return read_exif(data.subspan(kMark.size()));
      }
    }
    return {};
  }

  /// Rows of 8-bit grey, RGB or CMYK as PDF's DCTDecode gives them.
  template <typename TakeRows>
  void decode(TakeRows take_rows) {
    guarded([&] {
      info_.out_color_space = info_.num_components == 1   ? JCS_GRAYSCALE
                              : info_.num_components == 3 ? JCS_RGB
                                                          : JCS_CMYK;
      jpeg_start_decompress(&info_);
      take_rows(info_);
    });
    if (trouble_.short_data) throw ends_early(task_);
  }

 private:
  template <typename Step>
  void guarded(Step step) {
    if (setjmp(trouble_.jump) != 0) {
      if (trouble_.short_data) throw ends_early(task_);
      throw damaged(task_, std::string("cannot be decoded as JPEG (") + trouble_.message + ")");
    }
    step();
  }

  const DecodeTask& task_;
  Trouble trouble_;
  jpeg_progress_mgr progress_{};
  Handle handle_;
  jpeg_decompress_struct& info_ = handle_.info;
};

Image decode_rows(const DecodeTask& task, Decoder& decoder, const MasterImage& form) {
  RowConverter converter(form);
  Image image = make_image(task, form.width, form.height, converter.channels());
  const bool direct = form.decode.empty() && (form.color_space == ColorSpace::kGrey ||
                                              form.color_space == ColorSpace::kRgb);
  Bytes row(direct ? 0 : packed_stride(form));
  decoder.decode([&](jpeg_decompress_struct& info) {
    while (info.output_scanline < info.output_height) {
      JSAMPROW rows[kRowsAtOnce];
      const int y = static_cast<int>(info.output_scanline);
      if (direct) {
        const int count = std::min(kRowsAtOnce, image.height - y);
        for (int i = 0; i < count; ++i) rows[i] = image.row(y + i);
        jpeg_read_scanlines(&info, rows, static_cast<JDIMENSION>(count));
      } else {
        rows[0] = row.data();
        jpeg_read_scanlines(&info, rows, 1);
        converter.convert(row.data(), image.row(y));
      }
    }
  });
  return image;
}

Resolution jfif_resolution(const jpeg_decompress_struct& info) {
  if (info.saw_JFIF_marker == 0 || info.density_unit == 0) return {};
  const double per_unit = info.density_unit == 2 ? 2.54 : 1;
  return {info.X_density * per_unit, info.Y_density * per_unit};
}

MasterImage describe(Decoder& decoder) {
  const jpeg_decompress_struct& info = decoder.info();
  MasterImage form;
  form.codec = Codec::kJpeg;
  form.width = static_cast<int>(info.image_width);
  form.height = static_cast<int>(info.image_height);
  form.color_space = info.num_components == 1   ? ColorSpace::kGrey
                     : info.num_components == 3 ? ColorSpace::kRgb
                                                : ColorSpace::kCmyk;
  form.icc_profile = decoder.icc_profile();
  if (!is_icc_profile(form.icc_profile, info.num_components)) form.icc_profile.clear();
  // Adobe writes CMYK with 0 for full ink, which DCTDecode does not know about.
  if (info.num_components == 4 && info.saw_Adobe_marker != 0) {
    form.decode = {1, 0, 1, 0, 1, 0, 1, 0};
  }
  return form;
}

MasterImage store_again(MasterImage form, const Image& pixels) {
  form.decode.clear();
  form.color_space = pixels.channels == 1 ? ColorSpace::kGrey : ColorSpace::kRgb;
  if (!is_icc_profile(form.icc_profile, pixels.channels)) form.icc_profile.clear();
  return store_flate(std::move(form), pixels.data);
}

}  // namespace

SourceImage read_jpeg(const DecodeTask& task, Bytes file) {
  Decoder decoder(task, file);
  SourceImage image;
  image.master = describe(decoder);
  const Exif exif = decoder.exif();
  image.orientation = exif.orientation;
  image.dpi = better_resolution(jfif_resolution(decoder.info()), exif.dpi);
  image.pixels = decode_rows(task, decoder, image.master);
  if (decoder.trouble().damage) {
    image.findings.push_back(damage_finding(task, decoder.trouble().message));
  }
  if (decoder.info().arith_code != 0) {
    image.master = store_again(std::move(image.master), image.pixels);
    return image;
  }
  image.master.bytes = std::move(file);
  image.master.original = true;
  image.master.sha256 = sha256_of(image.master.bytes);
  return image;
}

Image decode_jpeg(const DecodeTask& task, const MasterImage& master) {
  Decoder decoder(task, master.bytes);
  const jpeg_decompress_struct& info = decoder.info();
  if (static_cast<int>(info.image_width) != master.width ||
      static_cast<int>(info.image_height) != master.height ||
      info.num_components != component_count(master.color_space)) {
    throw damaged(task, "the JPEG is not the image it is said to be");
  }
  return decode_rows(task, decoder, master);
}

JpegHeader read_jpeg_header(const DecodeTask& task, ByteView bytes) {
  const Decoder decoder(task, bytes);
  const jpeg_decompress_struct& info = decoder.info();
  return {static_cast<int>(info.image_width), static_cast<int>(info.image_height),
          info.num_components, info.arith_code != 0};
}

Bytes encode_jpeg(const Image& pixels, int quality) {
  Trouble trouble;
  jpeg_compress_struct info{};
  info.err = prepare(trouble);
  unsigned char* buffer = nullptr;
  unsigned long size = 0;
  if (setjmp(trouble.jump) != 0) {
    jpeg_destroy_compress(&info);
    std::free(buffer);
    throw Error(ExitCode::kInput, "drawn page", "cannot be stored as JPEG", "draw at a lower dpi");
  }
  jpeg_create_compress(&info);
  jpeg_mem_dest(&info, &buffer, &size);
  info.image_width = static_cast<JDIMENSION>(pixels.width);
  info.image_height = static_cast<JDIMENSION>(pixels.height);
  info.input_components = pixels.channels;
  info.in_color_space = pixels.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, quality, TRUE);
  info.comp_info[0].h_samp_factor = 1;
  info.comp_info[0].v_samp_factor = 1;
  info.optimize_coding = TRUE;
  jpeg_start_compress(&info, TRUE);
  while (info.next_scanline < info.image_height) {
    JSAMPROW row = const_cast<JSAMPROW>(pixels.row(static_cast<int>(info.next_scanline)));
    jpeg_write_scanlines(&info, &row, 1);
  }
  jpeg_finish_compress(&info);
  Bytes bytes(buffer, buffer + size);
  jpeg_destroy_compress(&info);
  std::free(buffer);
  return bytes;
}

}  // namespace sohoa
