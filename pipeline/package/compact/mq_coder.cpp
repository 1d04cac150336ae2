#include "pipeline/package/compact/mq_coder.h"

namespace sohoa {

// ITU-T T.88, table E.1.
const std::array<MqCoder::State, 47> MqCoder::kStates = {{
    {0x5601, 1, 1, true},    {0x3401, 2, 6, false},   {0x1801, 3, 9, false},
    {0x0AC1, 4, 12, false},  {0x0521, 5, 29, false},  {0x0221, 38, 33, false},
    {0x5601, 7, 6, true},    {0x5401, 8, 14, false},  {0x4801, 9, 14, false},
    {0x3801, 10, 14, false}, {0x3001, 11, 17, false}, {0x2401, 12, 18, false},
    {0x1C01, 13, 20, false}, {0x1601, 29, 21, false}, {0x5601, 15, 14, true},
    {0x5401, 16, 14, false}, {0x5101, 17, 15, false}, {0x4801, 18, 16, false},
    {0x3801, 19, 17, false}, {0x3401, 20, 18, false}, {0x3001, 21, 19, false},
    {0x2801, 22, 19, false}, {0x2401, 23, 20, false}, {0x2201, 24, 21, false},
    {0x1C01, 25, 22, false}, {0x1801, 26, 23, false}, {0x1601, 27, 24, false},
    {0x1401, 28, 25, false}, {0x1201, 29, 26, false}, {0x1101, 30, 27, false},
    {0x0AC1, 31, 28, false}, {0x09C1, 32, 29, false}, {0x08A1, 33, 30, false},
    {0x0521, 34, 31, false}, {0x0441, 35, 32, false}, {0x02A1, 36, 33, false},
    {0x0221, 37, 34, false}, {0x0141, 38, 35, false}, {0x0111, 39, 36, false},
    {0x0085, 40, 37, false}, {0x0049, 41, 38, false}, {0x0025, 42, 39, false},
    {0x0015, 43, 40, false}, {0x0009, 44, 41, false}, {0x0005, 45, 42, false},
    {0x0001, 45, 43, false}, {0x5601, 46, 46, false},
}};

void MqCoder::widen() {
  do {
    interval_ <<= 1;
    code_ <<= 1;
    if (--bits_to_byte_ == 0) put_byte();
  } while ((interval_ & kIntervalMin) == 0);
}

// A carry may run into a byte that was put already, but never past an FF: the byte after that one
// has a bit to spare for it.
void MqCoder::put_byte() {
  constexpr std::uint32_t kCarry = 0x8000000;
  if (bytes_.back() != 0xFF && code_ >= kCarry) {
    ++bytes_.back();
    code_ &= kCarry - 1;
  }
  put_byte_of(bytes_.back() == 0xFF ? 7 : 8);
}

void MqCoder::put_byte_of(int bits) {
  const int shift = 27 - bits;
  bytes_.push_back(static_cast<std::uint8_t>(code_ >> shift));
  code_ &= (std::uint32_t{1} << shift) - 1;
  bits_to_byte_ = bits;
}

Bytes MqCoder::finish() {
  const std::uint32_t upper = code_ + interval_;
  code_ |= 0xFFFF;
  if (code_ >= upper) code_ -= 0x8000;
  for (int i = 0; i < 2; ++i) {
    code_ <<= bits_to_byte_;
    put_byte();
  }
  if (bytes_.back() != 0xFF) bytes_.push_back(0xFF);
  bytes_.push_back(0xAC);
  return Bytes(bytes_.begin() + 1, bytes_.end());
}

}  // namespace sohoa
