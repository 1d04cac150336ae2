#pragma once

#include "pipeline/recognize/lstm/aligned.h"
#include "pipeline/recognize/lstm/kernel.h"
#include "pipeline/recognize/lstm/network.h"

namespace sohoa {

/// Weights in the order of one kernel, which must be the one that uses them.
class PackedWeights {
 public:
  PackedView view() const;

 private:
  friend class WeightPacker;

  int blocks_ = 0;
  int groups_ = 0;
  AlignedArray<std::uint8_t> weights_;
  AlignedArray<std::int32_t> biases_;
  AlignedArray<float> scales_;
};

/// A row of inputs is padded(inputs) values of x, then padded(units) values of h.
PackedWeights pack_lstm(const Kernel& kernel, const LstmLayer& layer);
/// A row of inputs is padded(inputs) values.
PackedWeights pack_dense(const Kernel& kernel, const WeightMatrix& matrix);
PackedWeights pack_convolution(const Kernel& kernel, const WeightMatrix& matrix);

}  // namespace sohoa
