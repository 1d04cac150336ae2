#include <gtest/gtest.h>

#include <cstdlib>
#include <optional>

#include "pipeline/base/error.h"
#include "pipeline/recognize/languages.h"
#include "pipeline/recognize/lstm/batch_network.h"
#include "pipeline/recognize/lstm/kernel.h"
#include "pipeline/recognize/lstm/traineddata.h"
#include "tests/recognize/drawn_page.h"
#include "tests/recognize/line_output.h"
#include "tests/recognize/random_network.h"

namespace sohoa {
namespace {

constexpr char kVariable[] = "SOHOA_KERNEL";

/// An environment variable for the length of a test.
class Variable {
 public:
  explicit Variable(const char* value) {
    if (const char* before = std::getenv(kVariable)) before_ = before;
    ::setenv(kVariable, value, 1);
  }
  ~Variable() {
    if (before_) {
      ::setenv(kVariable, before_->c_str(), 1);
    } else {
      ::unsetenv(kVariable);
    }
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  std::optional<std::string> before_;
};

void expect_same_from_all(const LineNetwork& network, const std::vector<Image>& lines) {
  for (const Activation activation : {Activation::kPolynomial, Activation::kTable}) {
    const auto expected = BatchNetwork(network, scalar_kernel(), activation).run(lines);
    for (const Kernel* kernel : usable_kernels()) {
      const auto outputs = BatchNetwork(network, *kernel, activation).run(lines);
      for (std::size_t i = 0; i < lines.size(); ++i) {
        EXPECT_TRUE(test::same_output(outputs[i], expected[i]))
            << kernel->name << ", activation " << static_cast<int>(activation) << ", line " << i
            << " of " << lines[i].width << " px";
      }
    }
  }
}

TEST(Kernel, AllGiveTheSameBytes) {
  std::minstd_rand random(1);
  std::vector<Image> lines;
  // More lines, and more steps of one, than go through a layer at once.
  for (const int width : {1, 2, 3, 4, 5, 7, 11, 50, 160}) {
    for (int i = 0; i < 6; ++i) lines.push_back(test::noise_line(random, width));
  }
  lines.emplace_back();
  expect_same_from_all(test::random_network(), lines);
}

TEST(Kernel, AllReadADrawnLineAlike) {
  const TrainedData model = read_traineddata(model_file("vie", {}));
  expect_same_from_all(parse_network(model.part(ModelPart::kNetwork)),
                       {test::drawn_line("Điều 1. Phê duyệt"), test::drawn_line("quyết định")});
}

TEST(Kernel, TheReferenceRunsEverywhere) {
  ASSERT_FALSE(usable_kernels().empty());
  EXPECT_EQ(usable_kernels().back(), &scalar_kernel());
}

TEST(Kernel, TheEnvironmentNamesTheOneToUse) {
  for (const Kernel* kernel : usable_kernels()) {
    const Variable variable(kernel->name);
    EXPECT_EQ(&chosen_kernel(), kernel);
  }
  const Variable empty("");
  EXPECT_EQ(&chosen_kernel(), usable_kernels().front());
}

TEST(Kernel, AnUnknownNameIsAUsageError) {
  const Variable variable("abacus");
  try {
    chosen_kernel();
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kUsage);
    EXPECT_EQ(error.subject(), "SOHOA_KERNEL=abacus");
    EXPECT_NE(error.remedy().find("scalar"), std::string::npos);
  }
}

}  // namespace
}  // namespace sohoa
