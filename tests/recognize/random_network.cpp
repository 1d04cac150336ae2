#include "tests/recognize/random_network.h"

#include <cmath>

namespace sohoa::test {

namespace {

constexpr float kSpread = 4;  // of the sums
constexpr float kUsualProduct = 127 * 127 / 3.0F;
constexpr int kHeight = 14;  // two px more than its pools
constexpr int kPool = 3;

std::int8_t random_weight(std::minstd_rand& random) {
  return static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
}

}  // namespace

WeightMatrix random_matrix(std::minstd_rand& random, int rows, int inputs) {
  WeightMatrix matrix{rows, inputs, {}, {}, {}};
  const float scale = kSpread / (kUsualProduct * std::sqrt(static_cast<float>(inputs)));
  for (int row = 0; row < rows; ++row) {
    for (int i = 0; i < inputs; ++i) matrix.weights.push_back(random_weight(random));
    matrix.biases.push_back(random_weight(random));
    matrix.scales.push_back(scale * static_cast<float>(random() % 64 + 32) / 64);
  }
  return matrix;
}

LstmLayer random_layer(std::minstd_rand& random, int inputs, int units) {
  LstmLayer layer;
  layer.inputs = inputs;
  layer.units = units;
  for (WeightMatrix& gate : layer.gates) gate = random_matrix(random, units, inputs + units);
  return layer;
}

LineNetwork random_network() {
  std::minstd_rand random(7);
  LineNetwork network;
  network.height = kHeight;
  network.convolution = random_matrix(random, 5, 9);
  network.pool_width = kPool;
  network.pool_height = kPool;
  network.columns = random_layer(random, 5, 19);
  network.along = {random_layer(random, 19, 21), random_layer(random, 21, 17),
                   random_layer(random, 17, 33)};
  network.along[1].reversed = true;
  network.output = random_matrix(random, 37, 33);
  network.null_label = 36;
  network.sample_iteration = 1234;
  return network;
}

Image noise_line(std::minstd_rand& random, int width) {
  Image line{width, kHeight, 1, {}};
  for (int i = 0; i < width * kHeight; ++i) {
    line.data.push_back(static_cast<std::uint8_t>(random() % 256));
  }
  return line;
}

}  // namespace sohoa::test
