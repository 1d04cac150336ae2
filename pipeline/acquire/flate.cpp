#include "pipeline/acquire/flate.h"

#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <utility>

#include "pipeline/acquire/samples.h"
#include "pipeline/base/digest.h"

namespace sohoa {

namespace {

// Above 4 scans shrink by another percent or two, at twice the time.
constexpr int kCompressionLevel = 4;
constexpr std::size_t kPieceBytes = 1 << 16;

/// zlib's counters are 32 bits wide: data goes in by pieces.
class Inflater {
 public:
  Inflater(const DecodeTask& task, ByteView compressed) : task_(task), left_(compressed) {
    if (::inflateInit(&stream_) != Z_OK) throw damaged(task_, "zlib cannot start");
  }
  ~Inflater() { ::inflateEnd(&stream_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  /// Fills `out` as far as the data go; how many bytes that were.
  std::size_t read(std::uint8_t* out, std::size_t size) {
    std::size_t filled = 0;
    while (filled < size && !ended_) {
      if (stream_.avail_in == 0 && !left_.empty()) feed();
      const std::size_t wanted = std::min(size - filled, kOutputPieceMax);
      stream_.next_out = out + filled;
      stream_.avail_out = static_cast<uInt>(wanted);
      const int result = ::inflate(&stream_, Z_NO_FLUSH);
      const std::size_t got = wanted - stream_.avail_out;
      filled += got;
      if (result == Z_STREAM_END) ended_ = true;
      if (result == Z_BUF_ERROR || (result == Z_OK && got == 0 && stream_.avail_in == 0)) {
        if (left_.empty()) ended_ = true;
      } else if (result != Z_OK && result != Z_STREAM_END) {
        throw damaged(task_, "image data is damaged");
      }
    }
    return filled;
  }

 private:
  static constexpr std::size_t kOutputPieceMax = 1 << 30;

  void feed() {
    const std::size_t size = std::min<std::size_t>(left_.size(), 1 << 30);
    stream_.next_in = const_cast<Bytef*>(left_.data());
    stream_.avail_in = static_cast<uInt>(size);
    left_ = left_.subspan(size);
  }

  const DecodeTask& task_;
  ByteView left_;
  z_stream stream_{};
  bool ended_ = false;
};

std::uint8_t paeth(int a, int b, int c) {
  const int pa = std::abs(b - c);
  const int pb = std::abs(a - c);
  const int pc = std::abs(a + b - 2 * c);
  if (pa <= pb && pa <= pc) return static_cast<std::uint8_t>(a);
  return static_cast<std::uint8_t>(pb <= pc ? b : c);
}

/// Undoes a PNG filter in place; `above` is the row before, `step` the bytes of a pixel.
bool unfilter(int filter, std::uint8_t* row, const std::uint8_t* above, std::size_t size,
              std::size_t step) {
  const auto left = [&](std::size_t i) { return i < step ? 0 : row[i - step]; };
  const auto above_left = [&](std::size_t i) { return i < step ? 0 : above[i - step]; };
  switch (filter) {
    case 0:
      return true;
    case 1:
      for (std::size_t i = step; i < size; ++i) row[i] += row[i - step];
      return true;
    case 2:
      for (std::size_t i = 0; i < size; ++i) row[i] += above[i];
      return true;
    case 3:
      for (std::size_t i = 0; i < size; ++i)
        row[i] += static_cast<std::uint8_t>((left(i) + above[i]) / 2);
      return true;
    case 4:
      for (std::size_t i = 0; i < size; ++i) row[i] += paeth(left(i), above[i], above_left(i));
      return true;
    default:
      return false;
  }
}

std::size_t pixel_step(const MasterImage& form) {
  const int bits = component_count(form.color_space) * form.bits_per_component;
  return static_cast<std::size_t>(std::max(1, bits / 8));
}

/// The rows of a master, one by one.
class FlateRows {
 public:
  FlateRows(const DecodeTask& task, const MasterImage& master)
      : task_(task),
        inflater_(task, master.bytes),
        stride_(packed_stride(master)),
        step_(pixel_step(master)),
        prefix_(master.flate.predictor >= 10 ? 1 : 0),
        row_(stride_ + 1),
        above_(stride_ + 1) {}

  /// Valid until the next call.
  const std::uint8_t* next() {
    std::swap(row_, above_);
    if (inflater_.read(row_.data() + 1 - prefix_, stride_ + prefix_) < stride_ + prefix_) {
      throw ends_early(task_);
    }
    if (prefix_ == 1 && !unfilter(row_[0], row_.data() + 1, above_.data() + 1, stride_, step_)) {
      throw damaged(task_, "image data is damaged");
    }
    return row_.data() + 1;
  }

 private:
  const DecodeTask& task_;
  Inflater inflater_;
  std::size_t stride_;
  std::size_t step_;
  std::size_t prefix_;
  Bytes row_;
  Bytes above_;
};

class Deflater {
 public:
  Deflater() { ::deflateInit(&stream_, kCompressionLevel); }
  ~Deflater() { ::deflateEnd(&stream_); }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  void add(ByteView bytes) { run(bytes, Z_NO_FLUSH); }
  Bytes finish() {
    run({}, Z_FINISH);
    return std::move(output_);
  }

 private:
  void run(ByteView bytes, int flush) {
    stream_.next_in = const_cast<Bytef*>(bytes.data());
    stream_.avail_in = static_cast<uInt>(bytes.size());
    do {
      std::uint8_t piece[kPieceBytes];
      stream_.next_out = piece;
      stream_.avail_out = sizeof piece;
      ::deflate(&stream_, flush);
      output_.insert(output_.end(), piece, piece + (sizeof piece - stream_.avail_out));
    } while (stream_.avail_out == 0);
  }

  z_stream stream_{};
  Bytes output_;
};

}  // namespace

Image decode_flate(const DecodeTask& task, const MasterImage& master) {
  RowConverter converter(master);
  Image image = make_image(task, master.width, master.height, converter.channels());
  FlateRows rows(task, master);
  for (int y = 0; y < master.height; ++y) converter.convert(rows.next(), image.row(y));
  return image;
}

Bytes flate_samples(const DecodeTask& task, const MasterImage& master) {
  const std::size_t stride = packed_stride(master);
  Bytes samples(stride * master.height);
  FlateRows rows(task, master);
  for (int y = 0; y < master.height; ++y) {
    std::memcpy(samples.data() + y * stride, rows.next(), stride);
  }
  return samples;
}

MasterImage store_flate(MasterImage form, ByteView samples) {
  Deflater deflater;
  const std::size_t stride = packed_stride(form);
  // Rows of a scan resemble the row above; palette indexes resemble nothing.
  const bool predicted = form.color_space != ColorSpace::kIndexed && form.bits_per_component >= 8;
  Bytes row(stride + 1);
  row[0] = predicted ? 2 : 0;
  for (int y = 0; y < form.height; ++y) {
    const std::uint8_t* here = samples.data() + y * stride;
    std::memcpy(row.data() + 1, here, stride);
    if (predicted && y > 0) {
      const std::uint8_t* above = here - stride;
      for (std::size_t i = 0; i < stride; ++i) row[i + 1] -= above[i];
    }
    deflater.add(row);
  }
  form.codec = Codec::kFlate;
  form.flate.predictor = 15;
  form.bytes = deflater.finish();
  form.original = false;
  form.sha256 = sha256_of(form.bytes);
  return form;
}

Bytes inflate(const DecodeTask& task, ByteView compressed, std::size_t bytes_max) {
  Inflater inflater(task, compressed);
  Bytes all;
  while (all.size() < bytes_max) {
    const std::size_t before = all.size();
    const std::size_t wanted = std::min(kPieceBytes, bytes_max - before);
    all.resize(before + wanted);
    const std::size_t got = inflater.read(all.data() + before, wanted);
    all.resize(before + got);
    if (got < wanted) break;
  }
  return all;
}

}  // namespace sohoa
