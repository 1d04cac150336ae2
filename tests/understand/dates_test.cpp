#include "pipeline/understand/dates.h"

#include <gtest/gtest.h>

#include "tests/understand/pages.h"

namespace sohoa {
namespace {

using test::line_of;

/// "yyyy-mm-dd" of what is read, with 0 for what is not known; "" for none.
std::string read(const std::string& text) {
  const std::optional<Day> day = read_day(text);
  if (!day) return "";
  return std::to_string(day->year) + "-" + std::to_string(day->month) + "-" +
         std::to_string(day->day);
}

std::string spelled(const std::string& text) {
  const std::optional<SpelledDate> date = find_spelled_date(line_of(text));
  if (!date) return "";
  return std::to_string(date->day.year) + "-" + std::to_string(date->day.month) + "-" +
         std::to_string(date->day.day) + (date->repaired ? " repaired" : "");
}

TEST(Iso, IsOfWholeDaysOnly) {
  EXPECT_EQ(iso_of({2026, 2, 4}), "2026-02-04");
  EXPECT_EQ(iso_of({2026, 2, 0}), "");
  EXPECT_EQ(iso_of({2026, 0, 0}), "");
  EXPECT_EQ(iso_of({}), "");
}

TEST(ReadDay, KnowsTheWaysPeopleWriteADate) {
  for (const char* text :
       {"04/02/2026", "4/2/2026", "4-2-2026", "04.02.2026", "04-02-2026.", " 04/02/2026,",
        "ngày 4 tháng 2 năm 2026", "Ngày 04 tháng 02 năm 2026.", "NGÀY 04 THÁNG 02 NĂM 2026"}) {
    EXPECT_EQ(read(text), "2026-2-4") << text;
  }
}

TEST(ReadDay, MonthOrYearAloneIsLessOfADate) {
  EXPECT_EQ(read("2026"), "2026-0-0");
  EXPECT_EQ(read("02/2026"), "2026-2-0");
}

TEST(ReadDay, WhatTheCalendarLacksIsNone) {
  for (const char* text :
       {"31/02/2026", "29/02/2025", "32/01/2026", "0/1/2026", "00/00/2026", "1/13/2026", "13/2026",
        "0/2026", "01/01/1066", "9999", "ngày 31 tháng 4 năm 2026", "ngày 1 tháng 13 năm 2026"}) {
    EXPECT_EQ(read(text), "") << text;
  }
  EXPECT_EQ(read("29/02/2024"), "2024-2-29");
}

TEST(ReadDay, OtherTextIsNone) {
  for (const char* text : {"", " ", "/", "…/…/2026x", "04/02/26", "12345", "1/2/3/2026", "Kinh",
                           "ngày tháng năm", "ngày … tháng 2 năm 2026", "04/02/20266"}) {
    EXPECT_EQ(read(text), "") << text;
  }
}

TEST(SpelledDate, IsFoundInItsLine) {
  const auto date = find_spelled_date(line_of("Tân Ngãi, ngày 04 tháng 02 năm 2026 ."));
  ASSERT_TRUE(date);
  EXPECT_EQ(iso_of(date->day), "2026-02-04");
  EXPECT_EQ(date->first_word, 2u);
  EXPECT_EQ(date->word_end, 8u);
  EXPECT_FALSE(date->repaired);
}

TEST(SpelledDate, FirstOfTheLineCounts) {
  EXPECT_EQ(spelled("từ ngày 01 tháng 02 năm 2026 đến ngày 05 tháng 03 năm 2027"), "2026-2-1");
}

TEST(SpelledDate, DayToBeWrittenByHandIsNotKnown) {
  EXPECT_EQ(spelled("Tân Ngãi, ngày tháng 02 năm 2026"), "2026-2-0");
  EXPECT_EQ(spelled("Tân Ngãi, ngày …… tháng 02 năm 2026"), "2026-2-0");
  EXPECT_EQ(spelled("Tân Ngãi, ngày …… tháng …… năm 2026"), "2026-0-0");
}

TEST(SpelledDate, WordsMayBeMisread) {
  EXPECT_EQ(spelled("ngày 04 thàng 02 nãm 2026"), "2026-2-4");
  EXPECT_EQ(spelled("Ngảy 04 thang 02 nam 2026"), "2026-2-4");
}

TEST(SpelledDate, LettersForDigitsAreRepairedAndItSaysSo) {
  EXPECT_EQ(spelled("ngày O4 tháng l2 năm 2O26"), "2026-12-4 repaired");
  EXPECT_EQ(spelled("ngày 1l tháng 02 năm 2026"), "2026-2-11 repaired");
}

TEST(SpelledDate, NumberReadInPiecesIsOne) {
  EXPECT_EQ(spelled("ngày 0 4 tháng 1 2 năm 20 26"), "2026-12-4");
}

TEST(SpelledDate, ImpossibleDayIsNotKnown) {
  EXPECT_EQ(spelled("ngày 31 tháng 02 năm 2026"), "2026-2-0");
  EXPECT_EQ(spelled("ngày 45 tháng 02 năm 2026"), "2026-2-0");
}

TEST(SpelledDate, NeedsMonthAndYear) {
  for (const char* text : {"ngày 04 tháng 02", "tháng 02 năm", "năm 2026", "ngày 04/02/2026",
                           "ngày 04 tháng 02 năm nay", "Tân Ngãi", "tháng năm"}) {
    EXPECT_EQ(spelled(text), "") << text;
  }
}

}  // namespace
}  // namespace sohoa
