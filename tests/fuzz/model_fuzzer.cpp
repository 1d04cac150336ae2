// A .traineddata file that a user hands in: refused, or, if it is small, run on a line, by all
// kernels alike and with labels that there are.

#include <algorithm>
#include <cstdlib>
#include <random>

#include "pipeline/recognize/lstm/batch_network.h"
#include "pipeline/recognize/lstm/byte_reader.h"
#include "pipeline/recognize/lstm/charset.h"
#include "pipeline/recognize/lstm/decode.h"
#include "pipeline/recognize/lstm/word_list.h"

namespace sohoa {
namespace {

constexpr int kSmallMax = 64;  // outputs of a layer
constexpr int kLabelsMax = 512;
constexpr int kLineWidth = 40;

bool is_small(const LineNetwork& network) {
  const auto small = [](const LstmLayer& layer) { return layer.units <= kSmallMax; };
  return network.convolution.rows <= kSmallMax && small(network.columns) &&
         network.along.size() <= 8 &&
         std::all_of(network.along.begin(), network.along.end(), small) &&
         network.output.rows <= kLabelsMax;
}

Image noise_of(int height) {
  std::minstd_rand random;
  Image line{kLineWidth, height, 1, {}};
  for (int i = 0; i < kLineWidth * height; ++i) {
    line.data.push_back(static_cast<std::uint8_t>(random() % 256));
  }
  return line;
}

LineOutput run(const LineNetwork& network, const Kernel& kernel, Activation activation,
               const Image& line) {
  LineOutput output = BatchNetwork(network, kernel, activation).run({&line, 1}).at(0);
  for (const RankedLabels& step : output.steps) {
    if (step.first < 0 || step.first >= network.output.rows) std::abort();
  }
  return output;
}

void run_on_a_line(const LineNetwork& network, const Charset& charset, const WordList& words) {
  const Image line = noise_of(network.height);
  const LineOutput output = run(network, scalar_kernel(), Activation::kPolynomial, line);
  const LineOutput fast = run(network, *usable_kernels().front(), Activation::kPolynomial, line);
  if (fast.hidden != output.hidden) std::abort();
  run(network, scalar_kernel(), Activation::kTable, line);
  const BatchNetwork batch(network, scalar_kernel(), Activation::kPolynomial);
  for (const DecodedWord& word : decode_greedily(output.steps, charset, network.null_label)) {
    const auto logits = batch.label_logits(output, word.first, word.end - word.first);
    const auto steps = std::span(output.steps)
                           .subspan(static_cast<std::size_t>(word.first),
                                    static_cast<std::size_t>(word.end - word.first));
    for (const Candidate& reading : likely_readings(logits, steps, network.null_label, 0)) {
      words.contains(reading.labels);
    }
  }
}

}  // namespace
}  // namespace sohoa

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sohoa;
  try {
    const TrainedData model(Bytes(data, data + size));
    const LineNetwork network = parse_network(model.part(ModelPart::kNetwork));
    const Charset charset = parse_charset(model, network.output.rows, network.null_label);
    const WordList words(model.part(ModelPart::kWords));
    if (is_small(network)) run_on_a_line(network, charset, words);
  } catch (const UnusableModel&) {
    return 0;
  }
  return 0;
}
