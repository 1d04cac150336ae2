#include "pipeline/recognize/lstm/kernel.h"

#if defined(__x86_64__)

#include <immintrin.h>

#include "pipeline/recognize/lstm/kernel_body.h"

namespace sohoa {
namespace {

/// 512-bit vectors; four products of bytes are added at once (VNNI). One factor of them has no
/// sign, so activations are encoded as value + 128.
struct Avx512 {
  static constexpr int kLanes = 16;
  static constexpr int kGroup = 4;
  static constexpr int kSamples = 6;
  static constexpr int kOffset = 128;
  using Row = std::uint8_t;
  using Weight = std::int8_t;
  using Ints = __m512i;
  using Floats = __m512;

  static void encode(const std::int8_t* values, int count, void* row) {
    const __m128i offset = _mm_set1_epi8(static_cast<char>(kOffset));
    for (int i = 0; i < count; i += kPadding) {
      const __m128i piece = _mm_loadu_si128(reinterpret_cast<const __m128i*>(values + i));
      _mm_storeu_si128(reinterpret_cast<__m128i*>(static_cast<Row*>(row) + i),
                       _mm_xor_si128(piece, offset));
    }
  }

  static Ints load_ints(const std::int32_t* at) { return _mm512_loadu_si512(at); }
  static Ints load_weights(const Weight* at) { return _mm512_loadu_si512(at); }
  static Ints broadcast(const Row* at) {
    std::int32_t four;
    __builtin_memcpy(&four, at, sizeof four);
    return _mm512_set1_epi32(four);
  }
  // As an instruction: from the intrinsic GCC 12 makes code that keeps the sums in memory.
  static Ints multiply_add(Ints sum, Ints weight, Ints input) {
    asm("vpdpbusd %2, %1, %0" : "+v"(sum) : "v"(input), "v"(weight));
    return sum;
  }
  static Ints least_int() { return _mm512_set1_epi32(INT32_MIN); }
  static Ints max_ints(Ints a, Ints b) { return _mm512_max_epi32(a, b); }

  static Floats to_floats(Ints value) { return _mm512_cvtepi32_ps(value); }
  static Floats all(float value) { return _mm512_set1_ps(value); }
  static Floats load(const float* at) { return _mm512_loadu_ps(at); }
  static void store(float* at, Floats value) { _mm512_storeu_ps(at, value); }
  static Floats add(Floats a, Floats b) { return _mm512_add_ps(a, b); }
  static Floats sub(Floats a, Floats b) { return _mm512_sub_ps(a, b); }
  static Floats mul(Floats a, Floats b) { return _mm512_mul_ps(a, b); }
  static Floats div(Floats a, Floats b) { return _mm512_div_ps(a, b); }
  static Floats min(Floats a, Floats b) { return _mm512_min_ps(a, b); }
  static Floats max(Floats a, Floats b) { return _mm512_max_ps(a, b); }
  static Floats fma(Floats a, Floats b, Floats c) { return _mm512_fmadd_ps(a, b, c); }
  static Floats round(Floats value) {
    return _mm512_roundscale_ps(value, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
  }
  static Floats times_power_of_two(Floats value, Floats exponent) {
    return _mm512_scalef_ps(value, exponent);
  }
  static void store_rounded(std::int8_t* at, Floats value) {
    const __m512 half = _mm512_or_ps(_mm512_and_ps(value, _mm512_set1_ps(-0.0F)), all(0.5F));
    const __m512i rounded = _mm512_cvttps_epi32(_mm512_add_ps(value, half));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(at), _mm512_cvtepi32_epi8(rounded));
  }
};

constexpr Kernel kKernel = Body<Avx512>::kernel("avx512-vnni");

}  // namespace

const Kernel* avx512_kernel() { return &kKernel; }

}  // namespace sohoa

#else

namespace sohoa {

const Kernel* avx512_kernel() { return nullptr; }

}  // namespace sohoa

#endif
