#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// The adaptive binary arithmetic coder of ITU-T T.88 (JBIG2), annex E, its encoder (E.2). Each
/// context begins as the standard says: even odds, 0 expected.
class MqCoder {
 public:
  explicit MqCoder(std::size_t context_count) : contexts_(context_count) {}

  void code(std::size_t context, int bit) {
    Context& expected = contexts_[context];
    const State& state = kStates[expected.state];
    interval_ -= state.share;
    if (bit == expected.bit) {
      if ((interval_ & kIntervalMin) != 0) {
        code_ += state.share;
        return;
      }
      if (interval_ < state.share) {
        interval_ = state.share;
      } else {
        code_ += state.share;
      }
      expected.state = state.next_expected;
    } else {
      if (interval_ < state.share) {
        code_ += state.share;
      } else {
        interval_ = state.share;
      }
      if (state.switches) expected.bit ^= 1;
      expected.state = state.next_other;
    }
    widen();
  }

  /// The code with its end mark, FF AC. Call once, last.
  Bytes finish();

 private:
  struct State {
    std::uint16_t share;  // of the less expected bit: Qe
    std::uint8_t next_expected;
    std::uint8_t next_other;
    bool switches;
  };
  struct Context {
    std::uint8_t state = 0;
    std::uint8_t bit = 0;  // the more expected
  };

  static constexpr std::uint32_t kIntervalMin = 0x8000;
  static const std::array<State, 47> kStates;

  void widen();
  void put_byte();
  void put_byte_of(int bits);

  std::vector<Context> contexts_;
  std::uint32_t interval_ = kIntervalMin;  // A of the standard
  std::uint32_t code_ = 0;                 // C
  int bits_to_byte_ = 12;                  // CT
  Bytes bytes_ = {0};                      // the first takes a carry that never comes
};

}  // namespace sohoa
