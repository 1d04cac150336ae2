#include "pipeline/recognize/lstm/kernel.h"

#if defined(__aarch64__)

#include <arm_neon.h>

#include "pipeline/recognize/lstm/kernel_body.h"

namespace sohoa {
namespace {

/// 128-bit vectors of the base instruction set of AArch64. Two products of bytes fit into 16 bits
/// (2 · 127² < 2¹⁵) before they are added in pairs.
struct Neon {
  static constexpr int kLanes = 4;
  static constexpr int kGroup = 2;
  static constexpr int kSamples = 5;
  static constexpr int kOffset = 0;
  using Row = std::int8_t;
  using Weight = std::int8_t;
  using Ints = int32x4_t;
  using Floats = float32x4_t;

  static void encode(const std::int8_t* values, int count, void* row) {
    for (int i = 0; i < count; i += kPadding) {
      vst1q_s8(static_cast<Row*>(row) + i, vld1q_s8(values + i));
    }
  }

  static Ints load_ints(const std::int32_t* at) { return vld1q_s32(at); }
  static Ints load_weights(const Weight* at) {
    return vreinterpretq_s32_s8(vcombine_s8(vld1_s8(at), vdup_n_s8(0)));
  }
  static Ints broadcast(const Row* at) {
    std::int16_t two;
    __builtin_memcpy(&two, at, sizeof two);
    return vreinterpretq_s32_s16(vdupq_n_s16(two));
  }
  static Ints multiply_add(Ints sum, Ints weight, Ints input) {
    const int16x8_t products = vmull_s8(vget_low_s8(vreinterpretq_s8_s32(weight)),
                                        vget_low_s8(vreinterpretq_s8_s32(input)));
    return vpadalq_s16(sum, products);
  }
  static Ints least_int() { return vdupq_n_s32(INT32_MIN); }
  static Ints max_ints(Ints a, Ints b) { return vmaxq_s32(a, b); }

  static Floats to_floats(Ints value) { return vcvtq_f32_s32(value); }
  static Floats all(float value) { return vdupq_n_f32(value); }
  static Floats load(const float* at) { return vld1q_f32(at); }
  static void store(float* at, Floats value) { vst1q_f32(at, value); }
  static Floats add(Floats a, Floats b) { return vaddq_f32(a, b); }
  static Floats sub(Floats a, Floats b) { return vsubq_f32(a, b); }
  static Floats mul(Floats a, Floats b) { return vmulq_f32(a, b); }
  static Floats div(Floats a, Floats b) { return vdivq_f32(a, b); }
  static Floats min(Floats a, Floats b) { return vminq_f32(a, b); }
  static Floats max(Floats a, Floats b) { return vmaxq_f32(a, b); }
  static Floats fma(Floats a, Floats b, Floats c) { return vfmaq_f32(c, a, b); }
  static Floats round(Floats value) { return vrndnq_f32(value); }
  static Floats times_power_of_two(Floats value, Floats exponent) {
    const int32x4_t biased = vaddq_s32(vcvtq_s32_f32(exponent), vdupq_n_s32(127));
    return vmulq_f32(value, vreinterpretq_f32_s32(vshlq_n_s32(biased, 23)));
  }
  static void store_rounded(std::int8_t* at, Floats value) {
    const uint32x4_t sign = vdupq_n_u32(0x80000000U);
    const float32x4_t half = vbslq_f32(sign, value, all(0.5F));
    const int32x4_t rounded = vcvtq_s32_f32(vaddq_f32(value, half));
    const int16x4_t words = vmovn_s32(rounded);
    const int8x8_t bytes = vmovn_s16(vcombine_s16(words, words));
    vst1_lane_s32(reinterpret_cast<std::int32_t*>(at), vreinterpret_s32_s8(bytes), 0);
  }
};

constexpr Kernel kKernel = Body<Neon>::kernel("neon");

}  // namespace

const Kernel* neon_kernel() { return &kKernel; }

}  // namespace sohoa

#else

namespace sohoa {

const Kernel* neon_kernel() { return nullptr; }

}  // namespace sohoa

#endif
