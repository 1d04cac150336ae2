#pragma once

#include <string>
#include <vector>

#include "tests/recognize/byte_writer.h"

namespace sohoa::test {

/// A small line network, sound unless a test changes something.
struct NetworkPlan {
  int height = 6;  // px
  int half_window = 1;
  int convolution_outputs = 4;
  int column_units = 5;
  std::string along_type = "LSTM";  // any other layer has no layers within
  int along_units = 6;
  std::int32_t output_rows_said = 0;  // what the file says; 0: the truth
  int labels = 4;
  int null_label = 3;
  double scale = 0.3;                // of all rows, as the file has it
  std::vector<double> output_cells;  // float64 weights of the softmax, bias last; empty: int8
  std::int8_t training = 0;
};

/// The network part of a .traineddata file.
Bytes written_network(const NetworkPlan& plan);

/// What stands behind the null label, which only a training needs: bytes.
inline constexpr std::size_t kTrainingTail = 12;

/// What every layer begins with.
void put_layer(ByteWriter& writer, const std::string& type, int inputs, int outputs,
               std::int8_t training = 0, std::int32_t flags = 0);

}  // namespace sohoa::test
