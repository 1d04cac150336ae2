#include "pipeline/recognize/lstm/network.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <utility>

#include "pipeline/recognize/lstm/byte_reader.h"

namespace sohoa {

namespace {

constexpr int kInputMax = 127;  // what 1.0 is
constexpr int kTaps = 9;

// Bounds for what a file may ask for; the largest known model has 512 units and 600 labels.
constexpr int kSideMax = 1 << 16;
constexpr int kDepthMax = 8;
constexpr std::uint32_t kChildrenMax = 64;
constexpr int kHeightMax = 128;
constexpr int kUnitsMax = 4096;
// No logit of 4096 inputs may fall below those of the labels that are padding (packed_weights.cpp).
constexpr double kScaleMax = 10;

constexpr int kFlagLearningRates = 64;
enum MatrixMode : std::uint8_t { kInt8 = 1, kDoubles = 128 };

/// A layer as the file has it.
struct Node {
  std::string type;
  int inputs = 0;
  int outputs = 0;
  int height = 0;    // Input
  int x = 0, y = 0;  // Convolve, Maxpool
  std::vector<WeightMatrix> matrices;
  std::vector<Node> children;
};

[[noreturn]] void refuse(const std::string& what) {
  throw UnusableModel("its network has " + what + ", which only Tesseract runs");
}

int take_size(ByteReader& reader, int max) {
  const auto size = reader.take<std::int32_t>();
  if (size < 0 || size > max) throw UnusableModel("a size in its network is not credible");
  return size;
}

/// Rows of numbers as doubles or int8, the bias last.
template <class T>
std::vector<T> take_cells(ByteReader& reader, int rows, int columns) {
  reader.take<T>();  // what empty cells hold
  const ByteView bytes = reader.take_bytes(static_cast<std::uint64_t>(rows) * columns * sizeof(T));
  std::vector<T> cells(static_cast<std::size_t>(rows) * columns);
  if (!cells.empty()) std::memcpy(cells.data(), bytes.data(), bytes.size());
  return cells;
}

float credible_scale(double scale) {
  if (!(scale >= 0 && scale <= kScaleMax)) {
    throw UnusableModel("a scale in its network is not credible");
  }
  return static_cast<float>(scale);
}

void take_int8(ByteReader& reader, int columns, WeightMatrix& matrix) {
  const std::vector<std::int8_t> cells = take_cells<std::int8_t>(reader, matrix.rows, columns);
  for (int row = 0; row < matrix.rows; ++row) {
    const std::int8_t* at = cells.data() + static_cast<std::size_t>(row) * columns;
    matrix.weights.insert(matrix.weights.end(), at, at + matrix.inputs);
    matrix.biases.push_back(at[matrix.inputs]);
  }
  // Tesseract may save more scales than rows: those of its padded vectors.
  const auto count = reader.take<std::uint32_t>();
  ByteReader scales(reader.take_bytes(std::uint64_t{count} * sizeof(double)));
  for (int row = 0; row < matrix.rows; ++row) {
    matrix.scales.push_back(credible_scale(scales.take<double>() / kInputMax));
  }
}

void take_doubles(ByteReader& reader, int columns, WeightMatrix& matrix) {
  const std::vector<double> cells = take_cells<double>(reader, matrix.rows, columns);
  for (int row = 0; row < matrix.rows; ++row) {
    const double* at = cells.data() + static_cast<std::size_t>(row) * columns;
    double largest = 0;
    for (int i = 0; i < columns; ++i) {
      if (!std::isfinite(at[i])) throw UnusableModel("a weight in its network is no number");
      largest = std::max(largest, std::abs(at[i]));
    }
    const double scale = largest > 0 ? largest / kInputMax : 1;
    const auto rounded = [scale](double w) {
      return static_cast<std::int8_t>(std::lround(w / scale));
    };
    for (int i = 0; i < matrix.inputs; ++i) matrix.weights.push_back(rounded(at[i]));
    matrix.biases.push_back(rounded(at[matrix.inputs]));
    matrix.scales.push_back(credible_scale(largest / kInputMax / kInputMax));
  }
}

WeightMatrix take_matrix(ByteReader& reader) {
  const auto mode = reader.take<std::uint8_t>();
  if ((mode & kDoubles) == 0) refuse("weights in the form of Tesseract 4.0 alpha");
  WeightMatrix matrix;
  matrix.rows = take_size(reader, kSideMax);
  const int columns = take_size(reader, kSideMax);
  if (columns < 1) throw UnusableModel("a matrix of its network has no bias");
  matrix.inputs = columns - 1;
  if ((mode & kInt8) != 0) {
    take_int8(reader, columns, matrix);
  } else {
    take_doubles(reader, columns, matrix);
  }
  return matrix;
}

bool has_children(const std::string& type) {
  static constexpr const char* kPlumbing[] = {"Series",      "Parallel",     "Replicated",
                                              "ParBidiLSTM", "DepParUDLSTM", "Par2dLSTM",
                                              "RTLReversed", "TTBReversed",  "XYTranspose"};
  return std::find(std::begin(kPlumbing), std::end(kPlumbing), type) != std::end(kPlumbing);
}

bool is_dense(const std::string& type) {
  static constexpr const char* kDense[] = {"Logistic", "LinLogistic", "LinTanh", "Tanh",
                                           "Relu",     "Linear",      "Softmax", "SoftmaxNoCTC"};
  return std::find(std::begin(kDense), std::end(kDense), type) != std::end(kDense);
}

void take_lstm(ByteReader& reader, Node& node) {
  take_size(reader, kSideMax);  // inputs with the recurrent ones
  for (int gate = 0; gate < 3; ++gate) node.matrices.push_back(take_matrix(reader));
  const WeightMatrix& first = node.matrices.front();
  if (first.inputs == node.inputs + 2 * first.rows) refuse("a two-dimensional LSTM");
  node.matrices.push_back(take_matrix(reader));
}

Node take_node(ByteReader& reader, int depth) {
  if (depth > kDepthMax) throw UnusableModel("its network is nested too deeply");
  if (reader.take<std::int8_t>() != 0) refuse("layers without names");
  Node node;
  node.type = reader.take_string();
  const auto training = reader.take<std::int8_t>();
  reader.take<std::int8_t>();  // needs back-propagation
  const auto flags = reader.take<std::int32_t>();
  node.inputs = take_size(reader, kSideMax);
  node.outputs = take_size(reader, kSideMax);
  reader.take<std::int32_t>();  // number of weights
  reader.take_string();         // the layer's own name
  if (training == 1) throw UnusableModel("it is a checkpoint of a training, not a finished model");
  if (has_children(node.type)) {
    const auto count = reader.take<std::uint32_t>();
    if (count > kChildrenMax) throw UnusableModel("its network has too many layers");
    for (std::uint32_t i = 0; i < count; ++i) {
      node.children.push_back(take_node(reader, depth + 1));
    }
    if ((flags & kFlagLearningRates) != 0) {
      reader.take_bytes(std::uint64_t{reader.take<std::uint32_t>()} * sizeof(float));
    }
  } else if (node.type == "Input") {
    reader.take<std::int32_t>();  // batch
    node.height = take_size(reader, kHeightMax);
    reader.take<std::int32_t>();  // width
    if (take_size(reader, kSideMax) != 1) refuse("a colour input");
    reader.take<std::int32_t>();  // loss
  } else if (node.type == "Convolve" || node.type == "Maxpool") {
    node.x = take_size(reader, kHeightMax);
    node.y = take_size(reader, kHeightMax);
  } else if (node.type == "LSTM" || node.type == "SummLSTM") {
    take_lstm(reader, node);
  } else if (is_dense(node.type)) {
    node.matrices.push_back(take_matrix(reader));
  } else {
    refuse("a layer " + node.type);
  }
  return node;
}

/// Walks over the layers in the order that LineNetwork has them.
class Shape {
 public:
  explicit Shape(Node series) : series_(std::move(series)) {
    if (series_.type != "Series") refuse("no series of layers but " + series_.type);
  }

  bool ended() const { return next_ == series_.children.size(); }

  Node& next(const std::string& wanted) {
    if (ended()) refuse("no layer " + wanted);
    Node& node = series_.children[next_++];
    if (node.type != wanted) refuse("a layer " + node.type + " in the place of " + wanted);
    return node;
  }

  const std::string& next_type() const { return series_.children[next_].type; }

 private:
  Node series_;
  std::size_t next_ = 0;
};

Node& only_child(Node& node) {
  if (node.children.size() != 1) refuse("a " + node.type + " of several layers");
  return node.children.front();
}

void check_matrix(const WeightMatrix& matrix, int inputs) {
  const bool credible = matrix.rows > 0 && matrix.rows <= kSideMax && matrix.inputs == inputs;
  if (!credible) throw UnusableModel("the layers of its network do not fit together");
}

LstmLayer lstm_of(Node& node, const std::string& type, int inputs) {
  if (node.type != type) refuse("a layer " + node.type + " in the place of " + type);
  LstmLayer layer;
  layer.inputs = inputs;
  layer.units = node.matrices.front().rows;
  if (layer.units > kUnitsMax) throw UnusableModel("a layer of its network is too large");
  for (std::size_t gate = 0; gate < layer.gates.size(); ++gate) {
    check_matrix(node.matrices[gate], inputs + layer.units);
    if (node.matrices[gate].rows != layer.units) {
      throw UnusableModel("the gates of a layer differ in size");
    }
    layer.gates[gate] = std::move(node.matrices[gate]);
  }
  return layer;
}

void take_convolution(Shape& shape, LineNetwork& network) {
  Node& series = shape.next("Series");
  Shape inner(std::move(series));
  const Node& convolve = inner.next("Convolve");
  if (convolve.x != 1 || convolve.y != 1) refuse("a convolution that is not 3 × 3");
  network.convolution = std::move(inner.next("Tanh").matrices.front());
  check_matrix(network.convolution, kTaps);
}

LineNetwork network_of(Node root) {
  LineNetwork network;
  Shape shape(std::move(root));
  network.height = shape.next("Input").height;
  take_convolution(shape, network);
  const Node& pool = shape.next("Maxpool");
  network.pool_width = pool.x;
  network.pool_height = pool.y;
  if (pool.x < 1 || pool.y < 1 || network.height < pool.y) refuse("a pool without size");
  network.columns =
      lstm_of(only_child(shape.next("XYTranspose")), "SummLSTM", network.convolution.rows);
  int width = network.columns.units;
  while (!shape.ended() && shape.next_type() != "Softmax") {
    const bool reversed = shape.next_type() == "RTLReversed";
    Node& node = reversed ? only_child(shape.next("RTLReversed")) : shape.next("LSTM");
    network.along.push_back(lstm_of(node, "LSTM", width));
    network.along.back().reversed = reversed;
    width = network.along.back().units;
  }
  if (network.along.empty()) refuse("no layer LSTM");
  network.output = std::move(shape.next("Softmax").matrices.front());
  check_matrix(network.output, width);
  if (!shape.ended()) refuse("a layer " + shape.next_type() + " behind its Softmax");
  return network;
}

}  // namespace

LineNetwork parse_network(ByteView part) {
  if (part.empty()) throw UnusableModel("it has no line network");
  ByteReader reader(part);
  LineNetwork network = network_of(take_node(reader, 0));
  reader.take_string();         // the specification
  reader.take<std::int32_t>();  // flags of the training
  reader.take<std::int32_t>();  // its iteration
  network.sample_iteration = reader.take<std::int32_t>();
  network.null_label = reader.take<std::int32_t>();
  if (network.null_label < 0 || network.null_label >= network.output.rows) {
    throw UnusableModel("its null label is none of its labels");
  }
  return network;
}

}  // namespace sohoa
