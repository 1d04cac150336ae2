#pragma once

// What all kernels do, written once over the vectors of a processor (`S`). Included by the
// kernel_*.cpp files only; in an anonymous namespace and without anything of the standard library,
// so that no code compiled for one processor is linked into another's.
//
// S has: kLanes, kGroup, kSamples (rows multiplied at once), kOffset; Row, Weight (scalars as
// stored), Ints and Floats (vectors of kLanes), and the operations used below.

#include <cstddef>
#include <cstdint>

#include "pipeline/recognize/lstm/kernel.h"
#include "pipeline/recognize/lstm/table_cell.h"

namespace sohoa {
namespace {

constexpr int kVectors = 4;  // of a block
constexpr float kOne = 127;  // what 1.0 is as an activation
constexpr float kStateMax = 100;
constexpr float kExponentMax = 20;   // beyond it, tanh and the logistic function are ±1 and 0
constexpr float kExponentMin = -80;  // of a probability
constexpr int kConvolutionColumns = 3;
constexpr int kConvolutionRows = 3;

template <class S>
struct Body {
  using Ints = typename S::Ints;
  using Floats = typename S::Floats;
  using Row = typename S::Row;
  using Weight = typename S::Weight;

  static constexpr int kLanes = S::kLanes;
  static constexpr int kVectorWeights = kLanes * S::kGroup;
  static constexpr int kParts = kPadding / kLanes;  // vectors in 16 values

  // e^x for |x| up to 80: 2^n times a polynomial of degree 5 (relative error under 3e-6).
  static inline Floats exp_of(Floats x) {
    const Floats scaled = S::mul(x, S::all(1.44269504F));
    const Floats whole = S::round(scaled);
    const Floats part = S::sub(scaled, whole);
    Floats sum = S::all(0.00133335581F);
    sum = S::fma(sum, part, S::all(0.00961812911F));
    sum = S::fma(sum, part, S::all(0.0555041087F));
    sum = S::fma(sum, part, S::all(0.240226507F));
    sum = S::fma(sum, part, S::all(0.693147181F));
    sum = S::fma(sum, part, S::all(1.0F));
    return S::times_power_of_two(sum, whole);
  }

  static inline Floats bounded(Floats x, float bound) {
    return S::max(S::min(x, S::all(bound)), S::all(-bound));
  }

  // e^(−factor·x), bounded so that products of three stay finite.
  static inline Floats falling(Floats x, float factor) {
    return exp_of(bounded(S::mul(x, S::all(-factor)), kExponentMax));
  }

  static inline Floats tanh_of(Floats x) {
    const Floats e = falling(x, 2);
    return S::div(S::sub(S::all(1), e), S::add(S::all(1), e));
  }

  static inline void store_activation(std::int8_t* at, Floats value) {
    S::store_rounded(at, S::mul(value, S::all(kOne)));
  }

  // c = f·c + i·g and h = o·tanh(c) over common denominators: five exponentials, two divisions.
  static inline void finish_cell(const Floats (&gate)[kVectors], float* state,
                                 std::int8_t* output) {
    const Floats one = S::all(1);
    const Floats candidate = falling(gate[0], 2);
    const Floats input = S::add(one, falling(gate[1], 1));
    const Floats forget = S::add(one, falling(gate[2], 1));
    const Floats out = S::add(one, falling(gate[3], 1));
    const Floats both = S::mul(S::add(one, candidate), input);
    const Floats fresh = S::mul(S::sub(one, candidate), forget);
    const Floats sum = S::fma(S::load(state), both, fresh);
    const Floats cell = bounded(S::div(sum, S::mul(both, forget)), kStateMax);
    S::store(state, cell);
    const Floats e = falling(cell, 2);
    store_activation(output, S::div(S::sub(one, e), S::mul(S::add(one, e), out)));
  }

  static void finish_cell_by_table(const Floats (&gate)[kVectors], float* state,
                                   std::int8_t* output) {
    float z[kVectors][kLanes];
    for (int v = 0; v < kVectors; ++v) S::store(z[v], gate[v]);
    float hidden[kLanes];
    for (int lane = 0; lane < kLanes; ++lane) {
      float cell = state[lane] * table_logistic(z[2][lane]);
      cell += table_tanh(z[0][lane]) * table_logistic(z[1][lane]);
      cell = cell > kStateMax ? kStateMax : cell < -kStateMax ? -kStateMax : cell;
      state[lane] = cell;
      hidden[lane] = table_tanh(cell) * table_logistic(z[3][lane]);
    }
    store_activation(output, S::load(hidden));
  }

  static inline const Weight* block_of(const PackedView& packed, int block) {
    return static_cast<const Weight*>(packed.weights) +
           static_cast<std::size_t>(block) * packed.groups * kVectors * kVectorWeights;
  }

  template <int kSamples>
  static inline void multiply(const PackedView& packed, int block, const Row* rows,
                              Ints (&sum)[kVectors][kSamples]) {
    const Weight* weights = block_of(packed, block);
    const std::int32_t* biases = packed.biases + block * kVectors * kLanes;
    const std::size_t row_size = static_cast<std::size_t>(packed.groups) * S::kGroup;
    for (int v = 0; v < kVectors; ++v) {
      const Ints bias = S::load_ints(biases + v * kLanes);
      for (int s = 0; s < kSamples; ++s) sum[v][s] = bias;
    }
    for (int group = 0; group < packed.groups; ++group) {
      Ints input[kSamples];
      for (int s = 0; s < kSamples; ++s) {
        input[s] = S::broadcast(rows + s * row_size + group * S::kGroup);
      }
      for (int v = 0; v < kVectors; ++v) {
        const Ints weight = S::load_weights(weights);
        weights += kVectorWeights;
        for (int s = 0; s < kSamples; ++s) {
          sum[v][s] = S::multiply_add(sum[v][s], weight, input[s]);
        }
      }
    }
  }

  template <int kSamples>
  static void lstm_samples(const LstmStep& step, int block, int first) {
    const std::size_t row_size = static_cast<std::size_t>(step.gates.groups) * S::kGroup;
    Ints sum[kVectors][kSamples];
    multiply<kSamples>(step.gates, block, static_cast<const Row*>(step.rows) + first * row_size,
                       sum);
    const float* scales = step.gates.scales + block * kVectors * kLanes;
    for (int s = 0; s < kSamples; ++s) {
      Floats gate[kVectors];
      for (int v = 0; v < kVectors; ++v) {
        gate[v] = S::mul(S::to_floats(sum[v][s]), S::load(scales + v * kLanes));
      }
      float* state = step.states[first + s] + block * kLanes;
      std::int8_t* output = step.outputs[first + s] + block * kLanes;
      if (step.activation == Activation::kPolynomial) {
        finish_cell(gate, state, output);
      } else {
        finish_cell_by_table(gate, state, output);
      }
    }
  }

  template <int kSamples>
  static void dense_samples(const DenseTask& task, int block, int first) {
    const std::size_t row_size = static_cast<std::size_t>(task.weights.groups) * S::kGroup;
    Ints sum[kVectors][kSamples];
    multiply<kSamples>(task.weights, block, static_cast<const Row*>(task.rows) + first * row_size,
                       sum);
    const int width = task.weights.blocks * kVectors * kLanes;
    const float* scales = task.weights.scales + block * kVectors * kLanes;
    for (int s = 0; s < kSamples; ++s) {
      float* values =
          task.values + static_cast<std::size_t>(first + s) * width + block * kVectors * kLanes;
      for (int v = 0; v < kVectors; ++v) {
        S::store(values + v * kLanes,
                 S::mul(S::to_floats(sum[v][s]), S::load(scales + v * kLanes)));
      }
    }
  }

  // The last, fewer than kSamples rows.
  template <int kSamples, class Task>
  static void rest(const Task& task, int block, int first, int count, const auto& run_samples) {
    if constexpr (kSamples > 0) {
      if (count == kSamples) {
        run_samples.template operator()<kSamples>(task, block, first);
      } else {
        rest<kSamples - 1>(task, block, first, count, run_samples);
      }
    }
  }

  template <class Task>
  static void each_block(const Task& task, int blocks, const auto& run_samples) {
    for (int block = 0; block < blocks; ++block) {
      int first = 0;
      for (; first + S::kSamples <= task.count; first += S::kSamples) {
        run_samples.template operator()<S::kSamples>(task, block, first);
      }
      rest<S::kSamples - 1>(task, block, first, task.count - first, run_samples);
    }
  }

  static void lstm(const LstmStep& step) {
    each_block(step, step.gates.blocks,
               []<int kSamples>(const LstmStep& task, int block, int first) {
                 lstm_samples<kSamples>(task, block, first);
               });
  }

  static void dense(const DenseTask& task) {
    each_block(task, task.weights.blocks,
               []<int kSamples>(const DenseTask& t, int block, int first) {
                 dense_samples<kSamples>(t, block, first);
               });
  }

  // tanh and rounding rise with the sum, so the pool's largest sum is all that needs them.
  static void convolve(const ConvolutionTask& task) {
    constexpr int kGroups = (kConvolutionRows + S::kGroup - 1) / S::kGroup;
    const Row* columns = static_cast<const Row*>(task.columns);
    std::int8_t* pool = task.pools;
    for (int across = 0; across < task.pools_across; ++across) {
      for (int down = 0; down < task.pools_down; ++down) {
        const Row* corner = columns +
                            static_cast<std::size_t>(across) * task.pool_width * task.column_size +
                            down * task.pool_height;
        for (int block = 0; block < task.weights.blocks; ++block, pool += kLanes) {
          const Weight* weights = static_cast<const Weight*>(task.weights.weights) +
                                  block * kConvolutionColumns * kGroups * kVectorWeights;
          Ints weight[kConvolutionColumns * kGroups];
          for (int i = 0; i < kConvolutionColumns * kGroups; ++i) {
            weight[i] = S::load_weights(weights + i * kVectorWeights);
          }
          const Ints bias = S::load_ints(task.weights.biases + block * kLanes);
          Ints largest = S::least_int();
          for (int x = 0; x < task.pool_width; ++x) {
            for (int y = 0; y < task.pool_height; ++y) {
              Ints sum = bias;
              for (int c = 0; c < kConvolutionColumns; ++c) {
                const Row* at = corner + (x + c) * task.column_size + y;
                for (int g = 0; g < kGroups; ++g) {
                  sum = S::multiply_add(sum, weight[c * kGroups + g],
                                        S::broadcast(at + g * S::kGroup));
                }
              }
              largest = S::max_ints(largest, sum);
            }
          }
          const Floats scale = S::load(task.weights.scales + block * kLanes);
          store_activation(pool, tanh_of(S::mul(S::to_floats(largest), scale)));
        }
      }
    }
  }

  static float largest_of(const float* values, int size) {
    Floats largest = S::load(values);
    for (int i = kLanes; i < size; i += kLanes) largest = S::max(largest, S::load(values + i));
    float lanes[kLanes];
    S::store(lanes, largest);
    for (int i = 1; i < kLanes; ++i) lanes[0] = lanes[i] > lanes[0] ? lanes[i] : lanes[0];
    return lanes[0];
  }

  // Sixteen partial sums in every kernel, so that all round alike.
  static float sum_of_exponentials(const float* values, int size, float largest) {
    Floats sums[kParts];
    for (int part = 0; part < kParts; ++part) sums[part] = S::all(0);
    for (int i = 0; i < size; i += kPadding) {
      for (int part = 0; part < kParts; ++part) {
        const Floats x = S::sub(S::load(values + i + part * kLanes), S::all(largest));
        sums[part] = S::add(sums[part], exp_of(S::max(x, S::all(kExponentMin))));
      }
    }
    float parts[kPadding];
    for (int part = 0; part < kParts; ++part) S::store(parts + part * kLanes, sums[part]);
    float sum = 0;
    for (const float part : parts) sum += part;
    return sum;
  }

  static int place_of(float value, const float* values) {
    int i = 0;
    while (values[i] != value) ++i;
    return i;
  }

  static float exp_of_one(float x) {
    float lanes[kLanes];
    S::store(lanes, exp_of(S::all(x > kExponentMin ? x : kExponentMin)));
    return lanes[0];
  }

  static RankedLabels rank(float* values, int count) {
    const int size = padded(count);
    RankedLabels ranked;
    const float first = largest_of(values, size);
    if (first != first) return ranked;
    const float sum = sum_of_exponentials(values, size, first);
    ranked.first = place_of(first, values);
    values[ranked.first] = -1e9F;
    const float second = largest_of(values, size);
    ranked.second = place_of(second, values);
    ranked.first_probability = 1 / sum;
    ranked.second_probability = exp_of_one(second - first) / sum;
    values[ranked.first] = first;
    return ranked;
  }

  static constexpr Kernel kernel(const char* name) {
    return {name,       kLanes, S::kGroup, sizeof(Weight), sizeof(Row), S::kOffset,
            &S::encode, &lstm,  &dense,    &convolve,      &rank};
  }
};

}  // namespace
}  // namespace sohoa
