#include "pipeline/run/settings.h"

#include <gtest/gtest.h>

#include "pipeline/base/error.h"
#include "pipeline/run/intake.h"
#include "pipeline/run/job.h"

namespace sohoa {
namespace {

TEST(PageRanges, SingleOpenAndClosedRangesAreRead) {
  const std::vector<PageRange> ranges = parse_page_ranges("1-3,7,9-end");
  for (const int page : {1, 2, 3, 7, 9, 4000}) EXPECT_TRUE(contains(ranges, page)) << page;
  for (const int page : {4, 6, 8}) EXPECT_FALSE(contains(ranges, page)) << page;
}

TEST(PageRanges, NoneMeansAll) { EXPECT_TRUE(contains({}, 12)); }

TEST(PageRanges, NonsenseIsAUsageError) {
  for (const char* text :
       {"", "0", "-", "3-1", "a", "1-2-3", "1,,2", "end", "1-x", "99999999999"}) {
    try {
      parse_page_ranges(text);
      ADD_FAILURE() << "accepted: " << text;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::kUsage) << text;
    }
  }
}

TEST(VietnamTime, IsTheSameOnEveryMachine) {
  EXPECT_EQ(vietnam_time(0), "1970-01-01T07:00:00+07:00");
  EXPECT_EQ(vietnam_time(1795400000), "2026-11-23T09:13:20+07:00");
}

TEST(SettingsForRecord, DoNotTellTheNumberOfWorkers) {
  Settings one;
  one.jobs = 1;
  Settings many;
  many.jobs = 8;
  EXPECT_EQ(settings_for_record(one), settings_for_record(many));
}

TEST(IntakeSettings, LoseNoPage) {
  const Settings settings = intake_settings();
  EXPECT_EQ(settings.on_page_failure, OnPageFailure::kSetAside);
  EXPECT_TRUE(settings.clean.rotate);
}

}  // namespace
}  // namespace sohoa
