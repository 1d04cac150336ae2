// The recurrent part of an LSTM layer, forward and backward, for training on a CPU: what torch
// spends most of its time on, twice as fast. Called through ctypes by network.py.
//
// Shapes, row-major: gates [steps][batch][4·units] in the order i, f, g, o; cells and outputs
// [steps][batch][units]; recurrent weights [4·units][units].

#include <cblas.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace {

constexpr float kExponentMax = 40;  // e^x stays finite

inline float sigmoid(float x) {
  return 1 / (1 + std::exp(-std::min(std::max(x, -kExponentMax), kExponentMax)));
}

inline float hyperbolic_tangent(float x) { return 2 * sigmoid(2 * x) - 1; }

// Samples that go through all steps together: their cells stay in the cache.
constexpr int kTogether = 128;

/// Samples that follow each other.
struct Share {
  int first = 0;
  int count = 0;
};

/// Parts of the batch, as many for each thread.
int share_count(int batch, int threads) {
  const int rounds = (batch + kTogether * threads - 1) / (kTogether * threads);
  return rounds * threads;
}

Share share_of(int batch, int part, int parts) {
  const auto start = [&](int i) { return static_cast<int>(static_cast<long>(batch) * i / parts); };
  return {start(part), start(part + 1) - start(part)};
}

void cell_forward(float* gates, const float* cell_before, float* cell, float* output, int count,
                  int units) {
  for (int b = 0; b < count; ++b) {
    float* gate = gates + static_cast<std::size_t>(b) * 4 * units;
    const std::size_t row = static_cast<std::size_t>(b) * units;
#pragma omp simd
    for (int u = 0; u < units; ++u) {
      const float i = sigmoid(gate[u]);
      const float f = sigmoid(gate[units + u]);
      const float g = hyperbolic_tangent(gate[2 * units + u]);
      const float o = sigmoid(gate[3 * units + u]);
      const float before = cell_before != nullptr ? cell_before[row + u] : 0;
      const float c = f * before + i * g;
      gate[u] = i;
      gate[units + u] = f;
      gate[2 * units + u] = g;
      gate[3 * units + u] = o;
      cell[row + u] = c;
      output[row + u] = o * hyperbolic_tangent(c);
    }
  }
}

void cell_backward(float* gates, const float* cell_before, const float* cell, const float* d_output,
                   float* d_recurrent, float* d_cell, int count, int units) {
  for (int b = 0; b < count; ++b) {
    float* gate = gates + static_cast<std::size_t>(b) * 4 * units;
    const std::size_t row = static_cast<std::size_t>(b) * units;
#pragma omp simd
    for (int u = 0; u < units; ++u) {
      const float i = gate[u], f = gate[units + u], g = gate[2 * units + u],
                  o = gate[3 * units + u];
      const float t = hyperbolic_tangent(cell[row + u]);
      const float d_h = d_output[row + u] + d_recurrent[row + u];
      const float d_c = d_cell[row + u] + d_h * o * (1 - t * t);
      const float before = cell_before != nullptr ? cell_before[row + u] : 0;
      gate[u] = d_c * g * i * (1 - i);
      gate[units + u] = d_c * before * f * (1 - f);
      gate[2 * units + u] = d_c * i * (1 - g * g);
      gate[3 * units + u] = d_h * t * o * (1 - o);
      d_cell[row + u] = d_c * f;
    }
  }
}

}  // namespace

extern "C" {

/// `gates` comes as the inputs' part of the sums and leaves as the gates' values.
void lstm_forward(float* gates, const float* weights, float* cells, float* outputs, int steps,
                  int batch, int units, int threads) {
  const int parts = share_count(batch, threads);
#pragma omp parallel for num_threads(threads)
  for (int part = 0; part < parts; ++part) {
    const Share share = share_of(batch, part, parts);
    const std::size_t row = static_cast<std::size_t>(batch) * units;
    const std::size_t first = static_cast<std::size_t>(share.first) * units;
    for (int t = 0; share.count > 0 && t < steps; ++t) {
      float* gate = gates + 4 * (t * row + first);
      float* output = outputs + t * row + first;
      float* cell = cells + t * row + first;
      if (t > 0) {
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, share.count, 4 * units, units, 1,
                    output - row, units, weights, units, 1, gate, 4 * units);
      }
      cell_forward(gate, t > 0 ? cell - row : nullptr, cell, output, share.count, units);
    }
  }
}

/// `gates` comes as lstm_forward left it and leaves as the gradient of the sums. `scratch`:
/// [2][batch][units], zero.
void lstm_backward(float* gates, const float* weights, const float* cells, const float* d_outputs,
                   float* scratch, int steps, int batch, int units, int threads) {
  const int parts = share_count(batch, threads);
#pragma omp parallel for num_threads(threads)
  for (int part = 0; part < parts; ++part) {
    const Share share = share_of(batch, part, parts);
    const std::size_t row = static_cast<std::size_t>(batch) * units;
    const std::size_t first = static_cast<std::size_t>(share.first) * units;
    float* d_recurrent = scratch + first;
    float* d_cell = scratch + row + first;
    for (int t = steps - 1; share.count > 0 && t >= 0; --t) {
      float* gate = gates + 4 * (t * row + first);
      const float* cell = cells + t * row + first;
      cell_backward(gate, t > 0 ? cell - row : nullptr, cell, d_outputs + t * row + first,
                    d_recurrent, d_cell, share.count, units);
      if (t > 0) {
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, share.count, units, 4 * units, 1,
                    gate, 4 * units, weights, units, 0, d_recurrent, units);
      }
    }
  }
}

}  // extern "C"
