#include "pipeline/recognize/lstm/batch_network.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

#include "pipeline/recognize/lstm/line_input.h"

namespace sohoa {

namespace {

// Rows that go through a layer together where they do not depend on each other: enough to use the
// weights often, few enough to stay in the first cache.
constexpr int kChunk = 48;

/// The rows of one step: x, then h(t − 1), encoded for the kernel.
class StepRows {
 public:
  StepRows(const Kernel& kernel, int inputs, int units, int count)
      : kernel_(kernel),
        inputs_(inputs),
        units_(units),
        row_bytes_(static_cast<std::size_t>(inputs + units) * kernel.row_bytes),
        rows_(row_bytes_ * count) {}

  void put(int row, const std::int8_t* x, const std::int8_t* h) {
    std::uint8_t* at = rows_.data() + row * row_bytes_;
    kernel_.encode(x, inputs_, at);
    kernel_.encode(h, units_, at + static_cast<std::size_t>(inputs_) * kernel_.row_bytes);
  }

  const void* data() const { return rows_.data(); }

 private:
  const Kernel& kernel_;
  int inputs_;
  int units_;
  std::size_t row_bytes_;
  AlignedArray<std::uint8_t> rows_;
};

}  // namespace

/// The lines of a batch, longest first, so that those that are not at their end are the first ones.
struct BatchNetwork::Batch {
  std::vector<std::size_t> lines;   // indices into the caller's
  std::vector<int> steps;           // of each, falling
  std::vector<std::size_t> starts;  // its first row in the layers' outputs
  std::size_t total = 0;

  explicit Batch(std::vector<int> widths) {
    lines.resize(widths.size());
    std::iota(lines.begin(), lines.end(), std::size_t{0});
    std::stable_sort(lines.begin(), lines.end(),
                     [&](std::size_t a, std::size_t b) { return widths[a] > widths[b]; });
    for (const std::size_t line : lines) {
      steps.push_back(widths[line]);
      starts.push_back(total);
      total += static_cast<std::size_t>(widths[line]);
    }
  }
};

BatchNetwork::BatchNetwork(LineNetwork network, const Kernel& kernel, Activation activation)
    : network_(std::move(network)),
      kernel_(kernel),
      activation_(activation),
      convolution_(pack_convolution(kernel, network_.convolution)),
      columns_(pack_lstm(kernel, network_.columns)),
      output_(pack_dense(kernel, network_.output)) {
  for (const LstmLayer& layer : network_.along) along_.push_back(pack_lstm(kernel, layer));
}

std::vector<LineOutput> BatchNetwork::run(std::span<const Image> lines) const {
  std::vector<int> widths;
  for (const Image& line : lines) {
    assert(line.empty() || (line.height == network_.height && line.channels == 1));
    widths.push_back(line.empty() ? 0 : line.width / network_.pool_width);
  }
  const Batch batch(std::move(widths));
  int width = padded(network_.columns.units);
  AlignedArray<std::int8_t> values(batch.total * static_cast<std::size_t>(width));
  for (std::size_t i = 0; i < batch.lines.size() && batch.steps[i] > 0; ++i) {
    read_columns(lines[batch.lines[i]], values.data() + batch.starts[i] * width);
  }
  for (std::size_t i = 0; i < along_.size(); ++i) {
    values = run_layer(batch, network_.along[i], along_[i], width, values);
    width = padded(network_.along[i].units);
  }
  std::vector<LineOutput> outputs(lines.size());
  for (std::size_t i = 0; i < batch.lines.size(); ++i) {
    LineOutput& output = outputs[batch.lines[i]];
    const std::int8_t* hidden = values.data() + batch.starts[i] * width;
    output.hidden.assign(hidden, hidden + static_cast<std::size_t>(batch.steps[i]) * width);
    each_logits(hidden, batch.steps[i], [&](float* logits) {
      output.steps.push_back(kernel_.rank(logits, label_count()));
    });
  }
  return outputs;
}

std::vector<float> BatchNetwork::label_logits(const LineOutput& line, int first, int count) const {
  std::vector<float> all;
  const int width = padded(network_.along.back().units);
  each_logits(line.hidden.data() + static_cast<std::size_t>(first) * width, count,
              [&](const float* logits) { all.insert(all.end(), logits, logits + label_count()); });
  return all;
}

/// Convolution, pooling, and the layer that reads each time step from its top to its bottom.
void BatchNetwork::read_columns(const Image& line, std::int8_t* output) const {
  const LineInput input = line_input(line);
  const int across = input.width / network_.pool_width;
  const int down = input.height / network_.pool_height;
  const int pool_size = padded(network_.convolution.rows);
  std::vector<std::int8_t> pools;
  if (activation_ == Activation::kTable) {
    pools = pools_by_table(input, network_);
  } else {
    const std::vector<std::int8_t> columns = bordered_columns(input);
    std::vector<std::uint8_t> encoded(columns.size() * kernel_.row_bytes);
    kernel_.encode(columns.data(), static_cast<int>(columns.size()), encoded.data());
    pools.resize(static_cast<std::size_t>(across) * down * pool_size);
    kernel_.convolve({convolution_.view(), encoded.data(), column_size(input.height), across, down,
                      network_.pool_width, network_.pool_height, pools.data()});
  }
  const int units = padded(network_.columns.units);
  StepRows rows(kernel_, pool_size, units, kChunk);
  AlignedArray<float> cells(static_cast<std::size_t>(kChunk) * units);
  const std::vector<std::int8_t> nothing(static_cast<std::size_t>(units));
  std::vector<std::int8_t*> outputs(kChunk);
  std::vector<float*> states(kChunk);
  for (int first = 0; first < across; first += kChunk) {
    const int count = std::min(kChunk, across - first);
    std::fill(cells.data(), cells.data() + cells.size(), 0.0F);
    for (int y = 0; y < down; ++y) {
      for (int i = 0; i < count; ++i) {
        outputs[i] = output + static_cast<std::size_t>(first + i) * units;
        states[i] = cells.data() + static_cast<std::size_t>(i) * units;
        const std::size_t pool = (static_cast<std::size_t>(first + i) * down + y) * pool_size;
        rows.put(i, pools.data() + pool, y == 0 ? nothing.data() : outputs[i]);
      }
      kernel_.lstm(
          {columns_.view(), rows.data(), count, outputs.data(), states.data(), activation_});
    }
  }
}

AlignedArray<std::int8_t> BatchNetwork::run_layer(const Batch& batch, const LstmLayer& layer,
                                                  const PackedWeights& weights, int inputs,
                                                  const AlignedArray<std::int8_t>& input) const {
  const std::size_t units = static_cast<std::size_t>(padded(layer.units));
  AlignedArray<std::int8_t> output(batch.total * units);
  const int lines = static_cast<int>(batch.lines.size());
  StepRows rows(kernel_, inputs, static_cast<int>(units), lines);
  AlignedArray<float> cells(batch.lines.size() * units);
  const std::vector<std::int8_t> nothing(units);
  std::vector<std::int8_t*> outputs(batch.lines.size());
  std::vector<float*> states(batch.lines.size());
  for (int i = 0; i < lines; ++i) states[i] = cells.data() + i * units;
  int count = lines;
  for (int step = 0;; ++step) {
    while (count > 0 && batch.steps[count - 1] <= step) --count;
    if (count == 0) break;
    for (int i = 0; i < count; ++i) {
      const int at = layer.reversed ? batch.steps[i] - 1 - step : step;
      const std::int8_t* before = step == 0 ? nothing.data() : outputs[i];
      outputs[i] = output.data() + (batch.starts[i] + at) * units;
      rows.put(i, input.data() + (batch.starts[i] + at) * inputs, before);
    }
    kernel_.lstm({weights.view(), rows.data(), count, outputs.data(), states.data(), activation_});
  }
  return output;
}

/// Hands the logits of one step after the other to `take`: label_count() of them, and padding.
void BatchNetwork::each_logits(const std::int8_t* hidden, int count, const auto& take) const {
  const int width = padded(network_.along.back().units);
  const PackedView packed = output_.view();
  const std::size_t outputs = static_cast<std::size_t>(packed.blocks) * 4 * kernel_.lanes;
  AlignedArray<std::uint8_t> rows(static_cast<std::size_t>(kChunk) * width * kernel_.row_bytes);
  AlignedArray<float> values(kChunk * outputs);
  for (int first = 0; first < count; first += kChunk) {
    const int rows_now = std::min(kChunk, count - first);
    kernel_.encode(hidden + static_cast<std::size_t>(first) * width, rows_now * width, rows.data());
    kernel_.dense({packed, rows.data(), rows_now, values.data()});
    for (int i = 0; i < rows_now; ++i) take(values.data() + i * outputs);
  }
}

}  // namespace sohoa
