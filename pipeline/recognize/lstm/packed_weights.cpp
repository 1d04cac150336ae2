#include "pipeline/recognize/lstm/packed_weights.h"

#include <functional>
#include <utility>

namespace sohoa {

namespace {

constexpr int kVectors = 4;
constexpr int kBiasInput = 127;
constexpr int kTapsAcross = 3;
constexpr int kTapsDown = 3;
constexpr std::int32_t kNever = -1'000'000'000;  // logit of a label that is padding

/// A row of a matrix; no matrix: padding.
struct SourceRow {
  const WeightMatrix* matrix = nullptr;
  int row = 0;
};

}  // namespace

class WeightPacker {
 public:
  WeightPacker(const Kernel& kernel, int vectors, int blocks, int groups)
      : kernel_(kernel), vectors_(vectors) {
    packed_.blocks_ = blocks;
    packed_.groups_ = groups;
    const std::size_t outputs = static_cast<std::size_t>(blocks) * vectors * kernel.lanes;
    packed_.weights_ =
        AlignedArray<std::uint8_t>(outputs * groups * kernel.group * kernel.weight_bytes);
    packed_.biases_ = AlignedArray<std::int32_t>(outputs);
    packed_.scales_ = AlignedArray<float>(outputs);
  }

  /// `column_of`: the matrix column that a packed input stands for; −1: padding.
  void put(int block, int vector, int lane, const SourceRow& source,
           const std::function<int(int)>& column_of) {
    const WeightMatrix& matrix = *source.matrix;
    const std::int8_t* weights =
        matrix.weights.data() + static_cast<std::size_t>(source.row) * matrix.inputs;
    const int inputs = packed_.groups_ * kernel_.group;
    std::int32_t sum = 0;
    for (int i = 0; i < inputs; ++i) {
      const int column = column_of(i);
      if (column < 0) continue;
      put_weight(block, vector, lane, i, weights[column]);
      sum += weights[column];
    }
    const std::size_t at = output_at(block, vector, lane);
    packed_.biases_[at] = kBiasInput * matrix.biases[source.row] - kernel_.offset * sum;
    packed_.scales_[at] = matrix.scales[source.row];
  }

  void put_never(int block, int vector, int lane) {
    packed_.biases_[output_at(block, vector, lane)] = kNever;
    packed_.scales_[output_at(block, vector, lane)] = 1;
  }

  PackedWeights take() { return std::move(packed_); }

 private:
  std::size_t output_at(int block, int vector, int lane) const {
    return (static_cast<std::size_t>(block) * vectors_ + vector) * kernel_.lanes + lane;
  }

  void put_weight(int block, int vector, int lane, int input, std::int8_t weight) {
    const std::size_t group = static_cast<std::size_t>(block) * packed_.groups_ +
                              static_cast<std::size_t>(input / kernel_.group);
    const std::size_t at = ((group * vectors_ + vector) * kernel_.lanes + lane) * kernel_.group +
                           static_cast<std::size_t>(input % kernel_.group);
    if (kernel_.weight_bytes == 1) {
      std::memcpy(&packed_.weights_[at], &weight, 1);
    } else {
      const std::int16_t wide = weight;
      std::memcpy(&packed_.weights_[at * sizeof wide], &wide, sizeof wide);
    }
  }

  const Kernel& kernel_;
  int vectors_;
  PackedWeights packed_;
};

PackedView PackedWeights::view() const {
  return {blocks_, groups_, weights_.data(), biases_.data(), scales_.data()};
}

PackedWeights pack_lstm(const Kernel& kernel, const LstmLayer& layer) {
  const int x_size = padded(layer.inputs);
  const int groups = (x_size + padded(layer.units)) / kernel.group;
  WeightPacker packer(kernel, kVectors, padded(layer.units) / kernel.lanes, groups);
  const auto column_of = [&](int i) {
    if (i < x_size) return i < layer.inputs ? i : -1;
    return i - x_size < layer.units ? layer.inputs + i - x_size : -1;
  };
  for (int gate = 0; gate < kVectors; ++gate) {
    for (int unit = 0; unit < layer.units; ++unit) {
      packer.put(unit / kernel.lanes, gate, unit % kernel.lanes, {&layer.gates[gate], unit},
                 column_of);
    }
  }
  return packer.take();
}

PackedWeights pack_dense(const Kernel& kernel, const WeightMatrix& matrix) {
  const int outputs_in_block = kVectors * kernel.lanes;
  // Of 16 outputs at least, whatever the vectors' size: kernels sum over these.
  const int blocks = (padded(matrix.rows) + outputs_in_block - 1) / outputs_in_block;
  WeightPacker packer(kernel, kVectors, blocks, padded(matrix.inputs) / kernel.group);
  const auto column_of = [&](int i) { return i < matrix.inputs ? i : -1; };
  for (int output = 0; output < blocks * outputs_in_block; ++output) {
    const int block = output / outputs_in_block;
    const int vector = output % outputs_in_block / kernel.lanes;
    if (output < matrix.rows) {
      packer.put(block, vector, output % kernel.lanes, {&matrix, output}, column_of);
    } else {
      packer.put_never(block, vector, output % kernel.lanes);
    }
  }
  return packer.take();
}

PackedWeights pack_convolution(const Kernel& kernel, const WeightMatrix& matrix) {
  const int groups_in_column = (kTapsDown + kernel.group - 1) / kernel.group;
  const int inputs_in_column = groups_in_column * kernel.group;
  WeightPacker packer(kernel, 1, padded(matrix.rows) / kernel.lanes,
                      kTapsAcross * groups_in_column);
  const auto column_of = [&](int i) {
    const int down = i % inputs_in_column;
    return down < kTapsDown ? i / inputs_in_column * kTapsDown + down : -1;
  };
  for (int output = 0; output < matrix.rows; ++output) {
    packer.put(output / kernel.lanes, 0, output % kernel.lanes, {&matrix, output}, column_of);
  }
  return packer.take();
}

}  // namespace sohoa
