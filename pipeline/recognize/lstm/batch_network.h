#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/record/image.h"
#include "pipeline/recognize/lstm/kernel.h"
#include "pipeline/recognize/lstm/network.h"
#include "pipeline/recognize/lstm/packed_weights.h"

namespace sohoa {

/// What the network says of one line, time step by time step from the left. A step is
/// LineNetwork::pool_width px wide.
struct LineOutput {
  std::vector<RankedLabels> steps;
  std::vector<std::int8_t> hidden;  // of the last LSTM layer, a row each step: see label_logits
};

/// Runs a line network over many lines in lock-step: at each time step all lines that are long
/// enough go through a layer together, so that weights are fetched once for all. The output for a
/// line does not depend on the lines beside it.
class BatchNetwork {
 public:
  BatchNetwork(LineNetwork network, const Kernel& kernel, Activation activation);

  /// Lines are grey, black on white, `height()` px high. Shorter than a time step: no steps.
  std::vector<LineOutput> run(std::span<const Image> lines) const;

  /// The logit of every label at `count` steps from `first` on: label_count() values a step.
  std::vector<float> label_logits(const LineOutput& line, int first, int count) const;

  int height() const { return network_.height; }
  int step_width() const { return network_.pool_width; }
  int label_count() const { return network_.output.rows; }
  int null_label() const { return network_.null_label; }
  const Kernel& kernel() const { return kernel_; }

 private:
  struct Batch;

  void read_columns(const Image& line, std::int8_t* output) const;
  AlignedArray<std::int8_t> run_layer(const Batch& batch, const LstmLayer& layer,
                                      const PackedWeights& weights, int inputs,
                                      const AlignedArray<std::int8_t>& input) const;
  void each_logits(const std::int8_t* hidden, int count, const auto& take) const;

  LineNetwork network_;
  const Kernel& kernel_;
  Activation activation_;
  PackedWeights convolution_;
  PackedWeights columns_;
  std::vector<PackedWeights> along_;
  PackedWeights output_;
};

}  // namespace sohoa
