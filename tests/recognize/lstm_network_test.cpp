#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "pipeline/recognize/languages.h"
#include "pipeline/recognize/lstm/byte_reader.h"
#include "pipeline/recognize/lstm/network.h"
#include "pipeline/recognize/lstm/traineddata.h"
#include "tests/recognize/network_writer.h"

namespace sohoa {
namespace {

using test::NetworkPlan;
using test::written_network;

std::string refusal_of(const Bytes& bytes) {
  try {
    parse_network(bytes);
  } catch (const UnusableModel& unusable) {
    return unusable.what();
  }
  return "";
}

std::string refusal_of(const NetworkPlan& plan) { return refusal_of(written_network(plan)); }

TEST(Network, HasTheShapeThatTheFileTells) {
  const LineNetwork network = parse_network(written_network({}));
  EXPECT_EQ(network.height, 6);
  EXPECT_EQ(network.convolution.rows, 4);
  EXPECT_EQ(network.pool_width, 3);
  EXPECT_EQ(network.columns.units, 5);
  ASSERT_EQ(network.along.size(), 1U);
  EXPECT_EQ(network.along[0].units, 6);
  EXPECT_TRUE(network.along[0].reversed);
  EXPECT_EQ(network.output.rows, 4);
  EXPECT_EQ(network.null_label, 3);
  EXPECT_EQ(network.sample_iteration, 5);
}

TEST(Network, TheBiasIsTheLastColumn) {
  const WeightMatrix matrix = parse_network(written_network({})).convolution;
  EXPECT_EQ(matrix.inputs, 9);
  EXPECT_EQ(matrix.weights[1], 37 - 127);
  EXPECT_EQ(matrix.weights[9], 10 * 37 % 255 - 127);
  EXPECT_EQ(matrix.biases[0], 9 * 37 % 255 - 127);
  EXPECT_EQ(matrix.scales.size(), 4U);
  EXPECT_FLOAT_EQ(matrix.scales[0], 0.3F / 127);
}

TEST(Network, FloatWeightsBecomeInt8RowByRow) {
  NetworkPlan plan;
  plan.along_units = 2;
  plan.labels = 3;
  plan.null_label = 0;
  plan.output_cells = {1, -0.25, 0.7, 0, 0, 0, 0.02, 3, -4};
  const WeightMatrix output = parse_network(written_network(plan)).output;
  EXPECT_EQ(output.weights, (std::vector<std::int8_t>{127, -32, 0, 0, 1, 95}));
  EXPECT_EQ(output.biases, (std::vector<std::int8_t>{89, 0, -127}));
  EXPECT_FLOAT_EQ(output.scales[0], 1.0F / 127 / 127);
  EXPECT_EQ(output.scales[1], 0);
  EXPECT_FLOAT_EQ(output.scales[2], 4.0F / 127 / 127);
}

TEST(Network, VietnameseIsOfTheShapeThatWeRun) {
  const TrainedData model = read_traineddata(model_file("vie", {}));
  const LineNetwork network = parse_network(model.part(ModelPart::kNetwork));
  EXPECT_EQ(network.height, 36);
  ASSERT_EQ(network.along.size(), 3U);
  EXPECT_TRUE(network.along[1].reversed);
  EXPECT_EQ(network.null_label, network.output.rows - 1);
}

TEST(Network, ALayerThatWeDoNotRunIsNamed) {
  for (const char* type : {"TensorFlow", "Parallel", "LSTMSoftmax", "Replicated", "Relu2"}) {
    NetworkPlan plan;
    plan.along_type = type;
    EXPECT_NE(refusal_of(plan).find(type), std::string::npos) << refusal_of(plan);
  }
}

TEST(Network, AWiderConvolutionIsRefused) {
  NetworkPlan plan;
  plan.half_window = 2;
  EXPECT_NE(refusal_of(plan).find("not 3 × 3"), std::string::npos);
}

TEST(Network, EveryTruncationIsRefused) {
  const Bytes whole = written_network({});
  for (std::size_t size = 0; size < whole.size() - test::kTrainingTail; ++size) {
    EXPECT_THROW(parse_network(ByteView(whole).first(size)), UnusableModel) << size;
  }
}

TEST(Network, SizesThatAreNotCredibleAreRefused) {
  for (const std::int32_t rows : {-1, 1 << 16, 1 << 17, std::numeric_limits<std::int32_t>::max()}) {
    NetworkPlan plan;
    plan.output_rows_said = rows;
    EXPECT_NE(refusal_of(plan), "") << rows;
  }
  NetworkPlan tall;
  tall.height = 1 << 20;
  EXPECT_NE(refusal_of(tall), "");
  NetworkPlan flat;
  flat.height = 2;
  EXPECT_NE(refusal_of(flat), "");
}

TEST(Network, LayersThatDoNotFitTogetherAreRefused) {
  NetworkPlan plan;
  plan.output_cells = {1, 2, 3};
  plan.output_rows_said = 1;
  plan.along_units = 2;
  plan.null_label = 3;
  EXPECT_NE(refusal_of(plan).find("null label"), std::string::npos);
}

TEST(Network, NumbersThatAreNoneAreRefused) {
  const double nan = std::nan(""), infinity = std::numeric_limits<double>::infinity();
  for (const double number : {nan, infinity, -infinity, -1.0, 1e9}) {
    NetworkPlan plan;
    plan.scale = number;
    EXPECT_NE(refusal_of(plan).find("scale"), std::string::npos) << number;
  }
  for (const double number : {nan, infinity, -infinity}) {
    NetworkPlan plan;
    plan.output_cells.assign(static_cast<std::size_t>(plan.labels) * (plan.along_units + 1), 1);
    plan.output_cells[3] = number;
    EXPECT_NE(refusal_of(plan).find("no number"), std::string::npos) << number;
  }
}

// With it, all labels could be less likely than those that pad their number to a vector's.
TEST(Network, AScaleBeyondThatOfAnyModelIsRefused) {
  NetworkPlan plan;
  plan.scale = 127 * 9.9;
  EXPECT_EQ(refusal_of(plan), "");
  plan.scale = 127 * 10.1;
  EXPECT_NE(refusal_of(plan).find("scale"), std::string::npos);
}

TEST(Network, ACheckpointOfATrainingIsNoModel) {
  NetworkPlan plan;
  plan.training = 1;
  EXPECT_NE(refusal_of(plan).find("checkpoint"), std::string::npos);
}

TEST(Network, DeepNestsAreRefused) {
  test::ByteWriter writer;
  for (int depth = 0; depth < 1000; ++depth) {
    test::put_layer(writer, "Series", 1, 1);
    writer.put<std::uint32_t>(1);
  }
  EXPECT_NE(refusal_of(writer.bytes()).find("too deeply"), std::string::npos);
}

}  // namespace
}  // namespace sohoa
