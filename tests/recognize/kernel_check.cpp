// kernel_check NAME: runs every usable kernel, NAME among them, on the same random numbers and
// holds their bytes against the reference's. Prints a digest of these, which is that of every
// processor. No test of GoogleTest, so that it can be built for another processor and run by an
// emulator.

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <string_view>

#include "pipeline/base/bytes.h"
#include "pipeline/recognize/lstm/line_input.h"
#include "pipeline/recognize/lstm/packed_weights.h"
#include "tests/recognize/random_network.h"

namespace sohoa {
namespace {

struct Setting {
  const Kernel& kernel;
  Activation activation;
  int count;   // of rows: all that a kernel's last ones can be
  float gain;  // of the sums: where tanh bends, and where it is flat
};

std::int8_t random_activation(std::minstd_rand& random) {
  return static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
}

Bytes random_rows(const Kernel& kernel, std::minstd_rand& random, int count) {
  std::vector<std::int8_t> values(static_cast<std::size_t>(padded(count)));
  for (int i = 0; i < count; ++i) values[i] = random_activation(random);
  Bytes rows(values.size() * kernel.row_bytes);
  kernel.encode(values.data(), static_cast<int>(values.size()), rows.data());
  return rows;
}

template <class T>
void append(Bytes& bytes, const T* values, std::size_t count) {
  const auto* from = reinterpret_cast<const std::uint8_t*>(values);
  bytes.insert(bytes.end(), from, from + count * sizeof(T));
}

// Three time steps, so that the state matters.
Bytes run_lstm(const Setting& setting) {
  constexpr int kInputs = 37, kUnits = 45, kSteps = 3;
  std::minstd_rand random(11);
  LstmLayer layer = test::random_layer(random, kInputs, kUnits);
  for (WeightMatrix& gate : layer.gates) {
    for (float& scale : gate.scales) scale *= setting.gain;
  }
  const PackedWeights packed = pack_lstm(setting.kernel, layer);
  const auto units = static_cast<std::size_t>(padded(kUnits));
  std::vector<std::int8_t> hidden(setting.count * units);
  std::vector<float> cells(setting.count * units);
  std::vector<std::int8_t*> outputs;
  std::vector<float*> states;
  for (int i = 0; i < setting.count; ++i) {
    outputs.push_back(hidden.data() + i * units);
    states.push_back(cells.data() + i * units);
  }
  Bytes bytes;
  for (int step = 0; step < kSteps; ++step) {
    const Bytes rows =
        random_rows(setting.kernel, random, setting.count * (padded(kInputs) + padded(kUnits)));
    setting.kernel.lstm({packed.view(), rows.data(), setting.count, outputs.data(), states.data(),
                         setting.activation});
    append(bytes, hidden.data(), hidden.size());
    append(bytes, cells.data(), cells.size());
  }
  return bytes;
}

Bytes run_dense_and_rank(const Setting& setting) {
  constexpr int kInputs = 50, kOutputs = 83;
  std::minstd_rand random(12);
  WeightMatrix matrix = test::random_matrix(random, kOutputs, kInputs);
  for (float& scale : matrix.scales) scale *= setting.gain;
  const PackedWeights packed = pack_dense(setting.kernel, matrix);
  const std::size_t width =
      static_cast<std::size_t>(packed.view().blocks) * 4 * setting.kernel.lanes;
  const Bytes rows = random_rows(setting.kernel, random, setting.count * padded(kInputs));
  std::vector<float> values(setting.count * width);
  setting.kernel.dense({packed.view(), rows.data(), setting.count, values.data()});
  Bytes bytes;
  for (int i = 0; i < setting.count; ++i) {
    float* logits = values.data() + i * width;
    append(bytes, logits, kOutputs);
    const RankedLabels ranked = setting.kernel.rank(logits, kOutputs);
    append(bytes, &ranked, 1);
  }
  return bytes;
}

Bytes run_convolution(const Setting& setting) {
  constexpr int kOutputs = 21, kPool = 3, kDown = 5, kHeight = kPool * kDown + 1;
  const int across = setting.count;
  std::minstd_rand random(13);
  WeightMatrix matrix = test::random_matrix(random, kOutputs, 9);
  for (float& scale : matrix.scales) scale *= setting.gain;
  const PackedWeights packed = pack_convolution(setting.kernel, matrix);
  const Bytes columns =
      random_rows(setting.kernel, random, (across * kPool + 2) * column_size(kHeight) + kPadding);
  std::vector<std::int8_t> pools(static_cast<std::size_t>(across) * kDown * padded(kOutputs));
  setting.kernel.convolve({packed.view(), columns.data(), column_size(kHeight), across, kDown,
                           kPool, kPool, pools.data()});
  Bytes bytes;
  append(bytes, pools.data(), pools.size());
  return bytes;
}

struct Task {
  const char* name;
  Bytes (*run)(const Setting& setting);
};
constexpr Task kTasks[] = {
    {"lstm", run_lstm}, {"dense and rank", run_dense_and_rank}, {"convolve", run_convolution}};
constexpr Activation kActivations[] = {Activation::kPolynomial, Activation::kTable};
constexpr int kCountMax = 13;  // of rows: twice as many as a kernel takes at once, and one

/// FNV-1a.
class Digest {
 public:
  void add(const Bytes& bytes) {
    for (const std::uint8_t byte : bytes) value_ = (value_ ^ byte) * 0x100000001B3ULL;
  }
  unsigned long long value() const { return value_; }

 private:
  unsigned long long value_ = 0xCBF29CE484222325ULL;
};

int differences(const std::vector<const Kernel*>& kernels, Digest& digest) {
  int different = 0;
  for (const Task& task : kTasks) {
    for (const Activation activation : kActivations) {
      for (int i = 0; i < 2 * kCountMax; ++i) {
        const int count = i / 2 + 1;
        const float gain = i % 2 == 0 ? 1 : 100;
        const Bytes expected = task.run({scalar_kernel(), activation, count, gain});
        digest.add(expected);
        for (const Kernel* kernel : kernels) {
          if (task.run({*kernel, activation, count, gain}) == expected) continue;
          std::fprintf(stderr, "kernel %s: %s, activation %d, %d rows, gain %g: other bytes\n",
                       kernel->name, task.name, static_cast<int>(activation), count, gain);
          ++different;
        }
      }
    }
  }
  return different;
}

int check(std::string_view wanted) {
  const std::vector<const Kernel*> kernels = usable_kernels();
  const bool found = std::any_of(kernels.begin(), kernels.end(),
                                 [wanted](const Kernel* kernel) { return kernel->name == wanted; });
  if (!found) {
    std::fprintf(stderr, "kernel_check: no usable kernel has this name\n");
    return 1;
  }
  Digest digest;
  if (differences(kernels, digest) > 0) return 1;
  std::printf("%016llx\n", digest.value());
  return 0;
}

}  // namespace
}  // namespace sohoa

int main(int count, char** arguments) { return count == 2 ? sohoa::check(arguments[1]) : 1; }
