#include "tests/bench/programs.h"

#include <gtest/gtest.h>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/temporary_folder.h"

namespace sohoa::test {
namespace {

Figures row(const std::string& name, double cpu_seconds, double wall_seconds) {
  Figures figures;
  figures.name = name;
  figures.cpu_seconds_per_page = cpu_seconds;
  figures.wall_seconds_per_page = wall_seconds;
  return figures;
}

TEST(Ratios, AreOfProcessorTimeAndOfWallTimeForTwoWorkers) {
  const std::vector<Ratio> ratios = ratios_of({row(kIntakeOne, 0.1, 0.2), row(kIntakeTwo, 9, 0.1),
                                               row(kTesseract, 1.5, 9), row(kOcrmypdfClean, 7, 9)});
  ASSERT_EQ(ratios.size(), 3U);
  EXPECT_NEAR(ratios[0].value, 15, 1e-9);
  EXPECT_NEAR(ratios[1].value, 70, 1e-9);
  EXPECT_NEAR(ratios[2].value, 2, 1e-9);
}

TEST(Ratios, LeaveOutAProgramThatIsNotInstalled) {
  EXPECT_EQ(ratios_of({row(kIntakeOne, 0.1, 0.2), row(kIntakeTwo, 0.1, 0.1)}).size(), 1U);
  EXPECT_TRUE(ratios_of({row(kTesseract, 1, 1)}).empty());
}

TEST(Ratios, SayWhetherTheyMeetTheirBar) {
  EXPECT_NE(text_of({Ratio{"a / b", 12, 12}}).find("bar 12x, met"), std::string::npos);
  EXPECT_NE(text_of({Ratio{"a / b", 11.9, 12}}).find("bar 12x, not met"), std::string::npos);
}

TEST(Programs, RunAsOftenAsTheySayOrAsOftenAsTheyAreTold) {
  const TemporaryFolder folder;
  const std::filesystem::path output = folder.path() / "output";
  write_file(output, as_bytes("PDF"));
  const Contestant fast{"fast", {"true"}, {}, output, "", 3};
  const Contestant slow{"slow", {"true"}, {}, output, "", 1};
  const Contestant missing{"missing", {"no-such-program-anywhere"}, {}, output, "", 1};
  const std::vector<Figures> own = measure_programs({fast, slow, missing}, 0, 1);
  ASSERT_EQ(own.size(), 2U);
  EXPECT_EQ(own[0].runs, 3);
  EXPECT_EQ(own[1].runs, 1);
  EXPECT_EQ(measure_programs({slow}, 2, 1).front().runs, 2);
}

}  // namespace
}  // namespace sohoa::test
