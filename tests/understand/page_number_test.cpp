#include "pipeline/understand/page_number.h"

#include <gtest/gtest.h>

#include "tests/understand/pages.h"

namespace sohoa {
namespace {

using test::centred;
using test::page_of;
using test::Print;

/// "2/5", "2"; "" for none.
std::string number_on(const Print& line) {
  const std::optional<PageNumber> found = find_page_number(page_of({line, {"Trích yếu", 30, 150}}));
  if (!found) return "";
  return std::to_string(found->number) + (found->of > 0 ? "/" + std::to_string(found->of) : "");
}

TEST(PageNumber, StandsInTheMiddleOfAMargin) {
  EXPECT_EQ(number_on(centred("2", 105, 12)), "2");
  EXPECT_EQ(number_on(centred("- 2 -", 105, 12)), "2");
  EXPECT_EQ(number_on(centred("12", 110, 282)), "12");
  EXPECT_EQ(number_on(centred("2/5", 105, 282)), "2/5");
}

TEST(PageNumber, WithItsWordStandsAnywhereInAMargin) {
  EXPECT_EQ(number_on({"Trang 2/5", 170, 282}), "2/5");
  EXPECT_EQ(number_on({"TRANG 3", 30, 10}), "3");
  EXPECT_EQ(number_on({"Trang: 3", 30, 10}), "3");
}

TEST(PageNumber, ElsewhereIsNone) {
  EXPECT_EQ(number_on(centred("2", 105, 140)), "") << "in the text";
  EXPECT_EQ(number_on({"2", 25, 12}), "") << "in a corner";
}

TEST(PageNumber, OtherWordsAreNone) {
  for (const char* text : {"2026", "0", "5/2", "2/5/2026", "Số 2", "II", "-", "Mẫu số 01", "2a"}) {
    EXPECT_EQ(number_on(centred(text, 105, 12)), "") << text;
  }
}

TEST(PageNumber, OfAnEmptyPageIsNone) { EXPECT_FALSE(find_page_number(page_of({}))); }

}  // namespace
}  // namespace sohoa
