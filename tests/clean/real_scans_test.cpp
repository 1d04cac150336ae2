#include <gtest/gtest.h>

#include <set>

#include "pipeline/acquire/acquire.h"
#include "tests/clean/drawn_page.h"
#include "tests/support/paths.h"

namespace sohoa::test {
namespace {

namespace fs = std::filesystem;

class RealScans : public testing::Test {
 protected:
  static AcquireSettings settings() {
    AcquireSettings settings;
    settings.copy_signed = true;
    return settings;
  }
  ScannedPage load(const fs::path& file) {
    return loader_.load(open_input(file, file.stem().string(), settings()), 1);
  }
  static std::vector<fs::path> files() {
    std::set<fs::path> sorted;
    for (const fs::directory_entry& entry : fs::directory_iterator(real_scans())) {
      if (entry.path().extension() == ".pdf") sorted.insert(entry.path());
    }
    return {sorted.begin(), sorted.end()};
  }

 private:
  PageLoader loader_{settings()};
};

TEST_F(RealScans, AreTurnedRightAndNoneIsBlank) {
  SOHOA_NEEDS_REAL_SCANS();
  int turns = 0;
  for (const fs::path& file : files()) {
    SCOPED_TRACE(file.stem().string());
    turns = turns % 3 + 1;
    const CleanPage clean = clean_page(turned(load(file), turns), {});
    EXPECT_EQ(clean.quarter_turns, 4 - turns);
    EXPECT_FALSE(clean.quality.blank);
  }
}

TEST_F(RealScans, GiveNoFindingsButLowResolution) {
  SOHOA_NEEDS_REAL_SCANS();
  std::set<std::string> low;
  for (const fs::path& file : files()) {
    const CleanPage clean = clean_page(load(file), {});
    for (const Finding& finding : clean.findings) {
      EXPECT_EQ(finding.code, "page.resolution-low") << message_of(finding);
      low.insert(file.stem().string());
    }
    EXPECT_EQ(clean.quarter_turns, 0);
  }
  EXPECT_EQ(low, (std::set<std::string>{"cv2265-1", "cv813-1", "qn01ct-1", "qn05ct-1"}));
}

}  // namespace
}  // namespace sohoa::test
