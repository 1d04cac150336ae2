#include "pipeline/acquire/decode.h"

#include "pipeline/acquire/ccitt.h"
#include "pipeline/acquire/flate.h"
#include "pipeline/acquire/jpeg.h"
#include "pipeline/acquire/jpeg2000.h"
#include "pipeline/acquire/pdf_draw.h"

namespace sohoa {

Image decode_master(const DecodeTask& task, const MasterImage& master, int seconds_max) {
  switch (master.codec) {
    case Codec::kJpeg:
      return decode_jpeg(task, master);
    case Codec::kJpx:
      return decode_jpeg2000(task, master);
    case Codec::kCcitt:
      // libtiff knows no group 4 with rows that begin on a byte.
      if (master.ccitt.k < 0 && master.ccitt.encoded_byte_align) {
        return draw_image(task, master, seconds_max);
      }
      return decode_ccitt(task, master);
    case Codec::kFlate:
      return decode_flate(task, master);
    case Codec::kJbig2:
      return draw_image(task, master, seconds_max);
  }
  throw damaged(task, "image data of an unknown kind");
}

}  // namespace sohoa
