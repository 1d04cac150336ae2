#include "pipeline/recognize/lstm/kernel_body.h"

namespace sohoa {
namespace {

struct Scalar {
  static constexpr int kLanes = 1;
  static constexpr int kGroup = 1;
  static constexpr int kSamples = 1;
  static constexpr int kOffset = 0;
  using Row = std::int8_t;
  using Weight = std::int8_t;
  using Ints = std::int32_t;
  using Floats = float;

  static void encode(const std::int8_t* values, int count, void* row) {
    for (int i = 0; i < count; ++i) static_cast<Row*>(row)[i] = values[i];
  }

  static Ints load_ints(const std::int32_t* at) { return *at; }
  static Ints load_weights(const Weight* at) { return *at; }
  static Ints broadcast(const Row* at) { return *at; }
  static Ints multiply_add(Ints sum, Ints weight, Ints input) { return sum + weight * input; }
  static Ints least_int() { return INT32_MIN; }
  static Ints max_ints(Ints a, Ints b) { return a > b ? a : b; }

  static Floats to_floats(Ints value) { return static_cast<float>(value); }
  static Floats all(float value) { return value; }
  static Floats load(const float* at) { return *at; }
  static void store(float* at, Floats value) { *at = value; }
  static Floats add(Floats a, Floats b) { return a + b; }
  static Floats sub(Floats a, Floats b) { return a - b; }
  static Floats mul(Floats a, Floats b) { return a * b; }
  static Floats div(Floats a, Floats b) { return a / b; }
  static Floats min(Floats a, Floats b) { return a < b ? a : b; }
  static Floats max(Floats a, Floats b) { return a > b ? a : b; }
  static Floats fma(Floats a, Floats b, Floats c) { return __builtin_fmaf(a, b, c); }
  static Floats round(Floats value) { return __builtin_rintf(value); }
  static Floats times_power_of_two(Floats value, Floats exponent) {
    const std::int32_t bits = (static_cast<std::int32_t>(exponent) + 127) << 23;
    float power;
    __builtin_memcpy(&power, &bits, sizeof power);
    return value * power;
  }
  static void store_rounded(std::int8_t* at, Floats value) {
    *at = static_cast<std::int8_t>(value + __builtin_copysignf(0.5F, value));
  }
};

constexpr Kernel kKernel = Body<Scalar>::kernel("scalar");

}  // namespace

const Kernel& scalar_kernel() { return kKernel; }

}  // namespace sohoa
