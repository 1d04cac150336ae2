#pragma once

#include <random>

#include "models/record/image.h"
#include "pipeline/recognize/lstm/network.h"

namespace sohoa::test {

/// Weights that nobody trained, the same on every machine. Sums of them lie where tanh bends.
WeightMatrix random_matrix(std::minstd_rand& random, int rows, int inputs);
LstmLayer random_layer(std::minstd_rand& random, int inputs, int units);

/// A small network none of whose sizes is a multiple of a vector's.
LineNetwork random_network();

/// A line of noise for it.
Image noise_line(std::minstd_rand& random, int width);

}  // namespace sohoa::test
