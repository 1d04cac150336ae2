#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sohoa {

/// Activations and their layers are padded to so many values, for all kernels alike.
inline constexpr int kPadding = 16;
inline constexpr int padded(int count) { return (count + kPadding - 1) / kPadding * kPadding; }

/// How tanh and the logistic function are computed.
enum class Activation {
  kPolynomial,  // fast; the same in every kernel to the last bit
  kTable        // as libtesseract does: its network's outputs, bit by bit
};

/// Weights in the order in which a kernel uses them, in blocks of four vectors: the four gates of
/// some units, or four vectors of outputs.
struct PackedView {
  int blocks = 0;
  int groups = 0;                        // of as many inputs as one multiplication takes
  const void* weights = nullptr;         // [block][group][vector][lane][input of the group]
  const std::int32_t* biases = nullptr;  // [block][vector][lane]
  const float* scales = nullptr;         // [block][vector][lane]
};

/// One time step of several lines (or columns): `count` rows of inputs, x then h(t − 1), encoded.
struct LstmStep {
  PackedView gates;
  const void* rows = nullptr;
  int count = 0;
  std::int8_t* const* outputs = nullptr;  // h(t), padded(units) values a row
  float* const* states = nullptr;         // c, padded(units) values a row; changed in place
  Activation activation = Activation::kPolynomial;
};

struct DenseTask {
  PackedView weights;
  const void* rows = nullptr;
  int count = 0;
  float* values = nullptr;  // blocks × 4 × lanes values a row
};

/// A 3 × 3 convolution with tanh, and the largest value of each pool.
struct ConvolutionTask {
  PackedView weights;             // blocks of one vector; [column][group] are its groups
  const void* columns = nullptr;  // encoded px: a column of px border, the image's, another one
  int column_size = 0;            // of a column with its borders and padding
  int pools_across = 0;
  int pools_down = 0;
  int pool_width = 0;
  int pool_height = 0;
  std::int8_t* pools = nullptr;  // [across][down][padded(outputs)]
};

/// The two likeliest labels of a time step.
struct RankedLabels {
  std::int32_t first = 0;
  std::int32_t second = 0;
  float first_probability = 0;
  float second_probability = 0;
};

/// The inner loops of the network, compiled for one kind of processor. All kernels give the same
/// bytes.
struct Kernel {
  const char* name;
  int lanes;         // values in a vector
  int group;         // inputs that one multiplication takes
  int weight_bytes;  // of one packed weight
  int row_bytes;     // of one encoded activation
  int offset;        // what encoding adds to an activation
  void (*encode)(const std::int8_t* values, int count, void* row);  // count: a multiple of 16
  void (*lstm)(const LstmStep& step);
  void (*dense)(const DenseTask& task);
  void (*convolve)(const ConvolutionTask& task);
  /// `values`: `count` logits and padding of −10⁹ up to a multiple of 16; changed.
  RankedLabels (*rank)(float* values, int count);
};

const Kernel& scalar_kernel();  // the reference
/// Null where they were not compiled in.
const Kernel* avx2_kernel();
const Kernel* avx512_kernel();
const Kernel* neon_kernel();

/// The kernels that this processor can run, fastest first.
std::vector<const Kernel*> usable_kernels();

/// The one to use: the fastest, or the one that the environment variable SOHOA_KERNEL names. Throws
/// Error (kUsage) for one that this processor cannot run.
const Kernel& chosen_kernel();

}  // namespace sohoa
