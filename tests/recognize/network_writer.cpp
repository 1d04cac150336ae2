#include "tests/recognize/network_writer.h"

namespace sohoa::test {

namespace {

constexpr std::uint8_t kNewForm = 128;
constexpr std::uint8_t kInt8 = 1;
constexpr std::uint8_t kAdam = 4;
constexpr std::int32_t kLearningRates = 64;
constexpr int kScalesOfPadding = 2;  // Tesseract writes some, too

void put_matrix(ByteWriter& writer, int rows, int inputs, double scale) {
  writer.put<std::uint8_t>(kNewForm | kInt8 | kAdam);
  writer.put<std::int32_t>(rows);
  writer.put<std::int32_t>(inputs + 1);
  writer.put<std::int8_t>(0);
  for (int i = 0; i < rows * (inputs + 1); ++i) {
    writer.put<std::int8_t>(static_cast<std::int8_t>(i * 37 % 255 - 127));
  }
  writer.put<std::uint32_t>(rows + kScalesOfPadding);
  for (int i = 0; i < rows + kScalesOfPadding; ++i) writer.put<double>(scale);
}

void put_doubles(ByteWriter& writer, int rows, int inputs, const std::vector<double>& cells) {
  writer.put<std::uint8_t>(kNewForm | kAdam);
  writer.put<std::int32_t>(rows);
  writer.put<std::int32_t>(inputs + 1);
  writer.put<double>(0);
  for (const double cell : cells) writer.put<double>(cell);
}

void put_lstm(ByteWriter& writer, const std::string& type, int inputs, int units, double scale) {
  put_layer(writer, type, inputs, units);
  writer.put<std::int32_t>(inputs + units);
  for (int gate = 0; gate < 4; ++gate) put_matrix(writer, units, inputs + units, scale);
}

void put_input(ByteWriter& writer, const NetworkPlan& plan) {
  put_layer(writer, "Input", 1, 1);
  for (const int value : {1, plan.height, 0, 1, 0}) writer.put<std::int32_t>(value);
}

void put_convolution(ByteWriter& writer, const NetworkPlan& plan) {
  put_layer(writer, "Series", 1, plan.convolution_outputs);
  writer.put<std::uint32_t>(2);
  put_layer(writer, "Convolve", 1, 9);
  for (int side = 0; side < 2; ++side) writer.put<std::int32_t>(plan.half_window);
  put_layer(writer, "Tanh", 9, plan.convolution_outputs);
  put_matrix(writer, plan.convolution_outputs, 9, plan.scale);
  put_layer(writer, "Maxpool", plan.convolution_outputs, plan.convolution_outputs);
  for (int side = 0; side < 2; ++side) writer.put<std::int32_t>(3);
}

void put_columns(ByteWriter& writer, const NetworkPlan& plan) {
  put_layer(writer, "XYTranspose", plan.convolution_outputs, plan.column_units);
  writer.put<std::uint32_t>(1);
  put_lstm(writer, "SummLSTM", plan.convolution_outputs, plan.column_units, plan.scale);
}

void put_along(ByteWriter& writer, const NetworkPlan& plan) {
  if (plan.along_type != "LSTM") {
    put_layer(writer, plan.along_type, plan.column_units, plan.along_units);
    writer.put<std::uint32_t>(0);
    return;
  }
  put_layer(writer, "RTLReversed", plan.column_units, plan.along_units, 0, kLearningRates);
  writer.put<std::uint32_t>(1);
  put_lstm(writer, "LSTM", plan.column_units, plan.along_units, plan.scale);
  writer.put<std::uint32_t>(1);
  writer.put<float>(0.001F);
}

void put_output(ByteWriter& writer, const NetworkPlan& plan) {
  const int rows = plan.output_rows_said != 0 ? plan.output_rows_said : plan.labels;
  put_layer(writer, "Softmax", plan.along_units, plan.labels);
  if (!plan.output_cells.empty()) {
    put_doubles(writer, rows, plan.along_units, plan.output_cells);
  } else if (rows == plan.labels) {
    put_matrix(writer, rows, plan.along_units, plan.scale);
  } else {
    writer.put<std::uint8_t>(kNewForm | kInt8);
    writer.put<std::int32_t>(rows);
    writer.put<std::int32_t>(plan.along_units + 1);
  }
}

}  // namespace

Bytes written_network(const NetworkPlan& plan) {
  ByteWriter writer;
  put_layer(writer, "Series", 1, plan.labels, plan.training);
  writer.put<std::uint32_t>(6);
  put_input(writer, plan);
  put_convolution(writer, plan);
  put_columns(writer, plan);
  put_along(writer, plan);
  put_output(writer, plan);
  writer.put_string("[made for a test]");
  writer.put<std::int32_t>(kInt8 | kLearningRates);
  writer.put<std::int32_t>(0);
  writer.put<std::int32_t>(5);
  writer.put<std::int32_t>(plan.null_label);
  for (int i = 0; i < 3; ++i) writer.put<float>(0.5F);
  return writer.bytes();
}

void put_layer(ByteWriter& writer, const std::string& type, int inputs, int outputs,
               std::int8_t training, std::int32_t flags) {
  writer.put<std::int8_t>(0);
  writer.put_string(type);
  writer.put<std::int8_t>(training);
  writer.put<std::int8_t>(0);
  writer.put<std::int32_t>(flags);
  writer.put<std::int32_t>(inputs);
  writer.put<std::int32_t>(outputs);
  writer.put<std::int32_t>(0);
  writer.put_string("layer of a test");
}

}  // namespace sohoa::test
