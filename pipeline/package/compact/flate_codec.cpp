#include "pipeline/package/compact/flate_codec.h"

#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <new>
#include <utility>

#include "pipeline/base/digest.h"
#include "pipeline/package/compact/png_filters.h"

namespace sohoa {

namespace {

constexpr std::size_t kSamplesBytesMax = std::size_t{1} << 31;
constexpr int kPngPredictorMin = 10;
constexpr int kPngPredictor = 15;

std::size_t row_bytes(const MasterImage& image) {
  const std::size_t bits = static_cast<std::size_t>(component_count(image.color_space)) *
                           static_cast<std::size_t>(image.bits_per_component);
  return (static_cast<std::size_t>(image.width) * bits + 7) / 8;
}

std::size_t pixel_bytes(const MasterImage& image) {
  const int bits = component_count(image.color_space) * image.bits_per_component;
  return static_cast<std::size_t>(std::max(1, bits / 8));
}

/// All `size` bytes of the zlib data, or nothing.
std::optional<Bytes> inflated(ByteView packed, std::size_t size) {
  if (packed.size() > std::numeric_limits<uInt>::max()) return {};
  Bytes bytes(size);
  z_stream stream{};
  if (::inflateInit(&stream) != Z_OK) return {};
  stream.next_in = const_cast<Bytef*>(packed.data());
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = bytes.data();
  stream.avail_out = static_cast<uInt>(size);
  const int result = ::inflate(&stream, Z_SYNC_FLUSH);
  const bool whole =
      stream.avail_out == 0 && (result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR);
  ::inflateEnd(&stream);
  if (!whole) return {};
  return bytes;
}

std::optional<Bytes> unfiltered(ByteView coded, std::size_t stride, std::size_t step) {
  Bytes samples;
  samples.reserve(coded.size());
  Bytes above(stride);
  Bytes row(stride);
  for (std::size_t at = 0; at < coded.size(); at += stride + 1) {
    std::copy_n(coded.begin() + static_cast<std::ptrdiff_t>(at + 1), stride, row.begin());
    if (!unfilter_row(coded[at], row, above, step)) return {};
    samples.insert(samples.end(), row.begin(), row.end());
    std::swap(row, above);
  }
  return samples;
}

std::uint64_t sum_of_differences(ByteView filtered) {
  std::uint64_t sum = 0;
  for (const std::uint8_t byte : filtered) sum += byte < 128 ? byte : 256 - byte;
  return sum;
}

/// Rows with a filter byte before each.
Bytes filtered_rows(ByteView samples, std::size_t stride, std::size_t step) {
  Bytes coded;
  coded.reserve(samples.size() + samples.size() / stride);
  const Bytes zeros(stride);
  Bytes best, tried;
  for (std::size_t at = 0; at < samples.size(); at += stride) {
    const ByteView row = samples.subspan(at, stride);
    const ByteView above = at == 0 ? ByteView(zeros) : samples.subspan(at - stride, stride);
    int filter_of_best = 0;
    std::uint64_t smallest = std::numeric_limits<std::uint64_t>::max();
    for (int filter = 0; filter < kPngFilterCount; ++filter) {
      filter_row(filter, row, above, step, tried);
      const std::uint64_t sum = sum_of_differences(tried);
      if (sum >= smallest) continue;
      smallest = sum;
      filter_of_best = filter;
      std::swap(best, tried);
    }
    coded.push_back(static_cast<std::uint8_t>(filter_of_best));
    coded.insert(coded.end(), best.begin(), best.end());
  }
  return coded;
}

Bytes deflated(ByteView bytes) {
  uLongf size = ::compressBound(bytes.size());
  Bytes packed(size);
  // There is room for any result: memory is all that it can lack.
  if (::compress2(packed.data(), &size, bytes.data(), bytes.size(), Z_BEST_COMPRESSION) != Z_OK) {
    throw std::bad_alloc();
  }
  packed.resize(size);
  return packed;
}

}  // namespace

std::optional<Bytes> flate_samples(const MasterImage& image) {
  const bool predicted = image.flate.predictor >= kPngPredictorMin;
  if (image.codec != Codec::kFlate || (!predicted && image.flate.predictor != 1)) return {};
  const std::size_t stride = row_bytes(image);
  const std::size_t coded_row = stride + (predicted ? 1 : 0);
  const std::size_t rows = static_cast<std::size_t>(std::max(image.height, 0));
  if (stride == 0 || rows == 0 || coded_row > kSamplesBytesMax / rows) return {};
  std::optional<Bytes> coded = inflated(image.bytes, coded_row * rows);
  if (!coded || !predicted) return coded;
  return unfiltered(*coded, stride, pixel_bytes(image));
}

MasterImage packed_flate(MasterImage form, ByteView samples) {
  const bool filters = form.color_space != ColorSpace::kIndexed && form.bits_per_component >= 8;
  form.codec = Codec::kFlate;
  form.flate.predictor = filters ? kPngPredictor : 1;
  form.bytes =
      deflated(filters ? filtered_rows(samples, row_bytes(form), pixel_bytes(form)) : samples);
  form.original = false;
  form.sha256 = sha256_of(form.bytes);
  return form;
}

}  // namespace sohoa
