#include "pipeline/recognize/lstm/kernel.h"

#if defined(__x86_64__)

#include <immintrin.h>

#include "pipeline/recognize/lstm/kernel_body.h"

namespace sohoa {
namespace {

/// 256-bit vectors; two products of 16-bit numbers are added at once.
struct Avx2 {
  static constexpr int kLanes = 8;
  static constexpr int kGroup = 2;
  static constexpr int kSamples = 3;
  static constexpr int kOffset = 0;
  using Row = std::int16_t;
  using Weight = std::int16_t;
  using Ints = __m256i;
  using Floats = __m256;

  static void encode(const std::int8_t* values, int count, void* row) {
    for (int i = 0; i < count; i += kPadding) {
      const __m128i piece = _mm_loadu_si128(reinterpret_cast<const __m128i*>(values + i));
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(static_cast<Row*>(row) + i),
                          _mm256_cvtepi8_epi16(piece));
    }
  }

  static Ints load_ints(const std::int32_t* at) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
  }
  static Ints load_weights(const Weight* at) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
  }
  static Ints broadcast(const Row* at) {
    std::int32_t two;
    __builtin_memcpy(&two, at, sizeof two);
    return _mm256_set1_epi32(two);
  }
  static Ints multiply_add(Ints sum, Ints weight, Ints input) {
    return _mm256_add_epi32(sum, _mm256_madd_epi16(weight, input));
  }
  static Ints least_int() { return _mm256_set1_epi32(INT32_MIN); }
  static Ints max_ints(Ints a, Ints b) { return _mm256_max_epi32(a, b); }

  static Floats to_floats(Ints value) { return _mm256_cvtepi32_ps(value); }
  static Floats all(float value) { return _mm256_set1_ps(value); }
  static Floats load(const float* at) { return _mm256_loadu_ps(at); }
  static void store(float* at, Floats value) { _mm256_storeu_ps(at, value); }
  static Floats add(Floats a, Floats b) { return _mm256_add_ps(a, b); }
  static Floats sub(Floats a, Floats b) { return _mm256_sub_ps(a, b); }
  static Floats mul(Floats a, Floats b) { return _mm256_mul_ps(a, b); }
  static Floats div(Floats a, Floats b) { return _mm256_div_ps(a, b); }
  static Floats min(Floats a, Floats b) { return _mm256_min_ps(a, b); }
  static Floats max(Floats a, Floats b) { return _mm256_max_ps(a, b); }
  static Floats fma(Floats a, Floats b, Floats c) { return _mm256_fmadd_ps(a, b, c); }
  static Floats round(Floats value) {
    return _mm256_round_ps(value, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
  }
  static Floats times_power_of_two(Floats value, Floats exponent) {
    const __m256i biased = _mm256_add_epi32(_mm256_cvtps_epi32(exponent), _mm256_set1_epi32(127));
    return _mm256_mul_ps(value, _mm256_castsi256_ps(_mm256_slli_epi32(biased, 23)));
  }
  static void store_rounded(std::int8_t* at, Floats value) {
    const __m256 half = _mm256_or_ps(_mm256_and_ps(value, all(-0.0F)), all(0.5F));
    const __m256i rounded = _mm256_cvttps_epi32(_mm256_add_ps(value, half));
    const __m128i words =
        _mm_packs_epi32(_mm256_castsi256_si128(rounded), _mm256_extracti128_si256(rounded, 1));
    _mm_storel_epi64(reinterpret_cast<__m128i*>(at), _mm_packs_epi16(words, words));
  }
};

constexpr Kernel kKernel = Body<Avx2>::kernel("avx2");

}  // namespace

const Kernel* avx2_kernel() { return &kKernel; }

}  // namespace sohoa

#else

namespace sohoa {

const Kernel* avx2_kernel() { return nullptr; }

}  // namespace sohoa

#endif
