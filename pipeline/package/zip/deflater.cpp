#include "pipeline/package/zip/deflater.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>

namespace sohoa {

namespace {

// Measured on ALTO: a third less time than level 6, for 2.5 % more bytes.
constexpr int kLevel = 5;
constexpr int kRawWindowBits = -MAX_WBITS;
constexpr int kMemoryLevel = MAX_MEM_LEVEL;
constexpr std::size_t kPackedBytes = 1 << 16;
constexpr std::size_t kPieceBytesMax = std::numeric_limits<uInt>::max();

}  // namespace

struct Deflater::State {
  State() : packed(kPackedBytes) {
    if (deflateInit2(&stream, kLevel, Z_DEFLATED, kRawWindowBits, kMemoryLevel,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
      throw std::bad_alloc();
    }
    make_room();
  }
  ~State() { deflateEnd(&stream); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void make_room() {
    stream.next_out = packed.data();
    stream.avail_out = static_cast<uInt>(packed.size());
  }

  void give(const Take& take) {
    const std::size_t filled = packed.size() - stream.avail_out;
    if (filled > 0) take(ByteView(packed).first(filled));
    make_room();
  }

  z_stream stream{};
  uLong crc = ::crc32(0, nullptr, 0);
  Bytes packed;
};

Deflater::Deflater() : state_(std::make_unique<State>()) {}
Deflater::~Deflater() = default;
Deflater::Deflater(Deflater&&) noexcept = default;
Deflater& Deflater::operator=(Deflater&&) noexcept = default;

void Deflater::add(ByteView bytes, const Take& take) {
  if (bytes.empty()) return;  // of which zlib makes the first CRC of all
  State& state = *state_;
  state.crc = crc32_z(state.crc, bytes.data(), bytes.size());
  while (!bytes.empty()) {
    const std::size_t size = std::min(bytes.size(), kPieceBytesMax);
    state.stream.next_in = const_cast<Bytef*>(bytes.data());  // zlib only reads it
    state.stream.avail_in = static_cast<uInt>(size);
    while (state.stream.avail_in > 0) {
      deflate(&state.stream, Z_NO_FLUSH);
      if (state.stream.avail_out == 0) state.give(take);
    }
    bytes = bytes.subspan(size);
  }
}

void Deflater::finish(const Take& take) {
  while (deflate(&state_->stream, Z_FINISH) != Z_STREAM_END) state_->give(take);
  state_->give(take);
}

std::uint32_t Deflater::crc32() const { return static_cast<std::uint32_t>(state_->crc); }

}  // namespace sohoa
