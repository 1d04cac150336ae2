#include "pipeline/recognize/run_together.h"

#include <gtest/gtest.h>

namespace sohoa {
namespace {

TEST(RunTogether, WordsThatRunIntoANumberArePartedFromIt) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(run_together("ngày04tháng"), (Words{"ngày", "04", "tháng"}));
  EXPECT_EQ(run_together("22tháng,"), (Words{"22", "tháng,"}));
  EXPECT_EQ(run_together("Số:565"), (Words{"Số:", "565"}));
  EXPECT_EQ(run_together("Mục2"), (Words{"Mục", "2"}));
}

TEST(RunTogether, CodesAndOrdinaryWordsAreNotParted) {
  for (const char* word : {"", "BCĐ138", "P.KTTHTien31", "08:09:28", "A4", "12/QĐ-UBND", "Điều",
                           "hoc2@tinh.gov.vn", "(đối", "chú:", "Số:(", "Số:...", "Số:”"}) {
    EXPECT_EQ(run_together(word), std::vector<std::string>{word});
  }
}

}  // namespace
}  // namespace sohoa
