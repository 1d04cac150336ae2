#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// Weights as the int8 networks of Tesseract have them. With inputs u in −127 … 127 (1.0 is 127) a
/// row gives (Σ weight·u + 127·bias) · scale.
struct WeightMatrix {
  int rows = 0;
  int inputs = 0;                    // columns without the bias
  std::vector<std::int8_t> weights;  // rows × inputs
  std::vector<std::int8_t> biases;   // a row
  std::vector<float> scales;         // a row
};

/// A long short-term memory layer with full recurrence (Hochreiter, Schmidhuber 1997; with forget
/// gates, Gers 1999). The columns of each gate are x then h(t − 1).
struct LstmLayer {
  enum Gate { kCandidate, kInput, kForget, kOutput };

  int inputs = 0;
  int units = 0;
  bool reversed = false;  // runs from the line's right end to its left
  std::array<WeightMatrix, 4> gates;
};

/// A line recognizer of the shape that Tesseract's fast and best models have:
/// [1,H,0,1 Ct3,3,C Mp3,3 Lfys.. Lfx.. Lrx.. Lfx.. O1c..].
struct LineNetwork {
  int height = 0;                // px of the line image
  WeightMatrix convolution;      // 3 × 3 taps (columns from the left, in each from the top), tanh
  int pool_width = 0;            // px that make a time step
  int pool_height = 0;           // px
  LstmLayer columns;             // from the top of a time step to its bottom; its last h counts
  std::vector<LstmLayer> along;  // from time step to time step
  WeightMatrix output;           // softmax over the labels
  int null_label = 0;            // "nothing here" (CTC, Graves 2006)
  std::int32_t sample_iteration = 0;  // seeds what Tesseract puts around the image
};

/// Reads the network part of a .traineddata file. Float weights are made int8 row by row, as
/// Tesseract's own conversion does. Throws UnusableModel for damaged bytes, and, naming it, for a
/// layer that is not of the shape above.
LineNetwork parse_network(ByteView part);

}  // namespace sohoa
