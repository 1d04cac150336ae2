#include "pipeline/understand/same_sheet.h"

#include <gtest/gtest.h>

#include "tests/understand/pages.h"

namespace sohoa {
namespace {

using test::page_of;
using test::Print;

/// A page of twenty lines of five words, each of which is like no other.
std::vector<Print> letter() {
  static const std::vector<std::string> kFirst = {"ban", "cửa",  "dân", "đất", "gửi",
                                                  "hạn", "khai", "lưu", "mẫu", "nhận"};
  static const std::vector<std::string> kSecond = {"an",   "bình", "chính", "điền", "hòa",
                                                   "minh", "nam",  "phúc",  "sơn",  "tân"};
  std::vector<Print> lines;
  for (std::size_t i = 0; i < 20; ++i) {
    const std::string& a = kFirst[i % 10];
    const std::string& b = kSecond[(i * 7 + i / 10) % 10];
    lines.push_back({a + b + " " + b + a + " " + a + " " + b + b + " " + a + a, 30,
                     40 + 8 * static_cast<double>(i)});
  }
  return lines;
}

Sameness compare(const std::vector<Print>& first, const std::vector<Print>& second) {
  return compare_sheets(page_of(first, 1), page_of(second, 2));
}

TEST(SameSheet, ScannedTwiceIsTheSame) { EXPECT_EQ(compare(letter(), letter()), Sameness::kSame); }

TEST(SameSheet, MayLieALittleOtherwise) {
  std::vector<Print> shifted = letter();
  for (Print& line : shifted) {
    line.left_mm += 2;
    line.top_mm += 3;
  }
  EXPECT_EQ(compare(letter(), shifted), Sameness::kSame);
}

TEST(SameSheet, WordThatIsReadUnsurelyDoesNotPartThem) {
  std::vector<Print> second = letter();
  second[4].text = "không đọc được chữ này";
  second[4].confidence = 0.4;
  EXPECT_EQ(compare(letter(), second), Sameness::kSame);
}

TEST(SameSheet, OtherTextIsAnother) {
  std::vector<Print> other = letter();
  for (Print& line : other) line.text = "khác " + line.text;
  EXPECT_EQ(compare(letter(), other), Sameness::kOther);
}

TEST(SameSheet, OtherNumberIsAnother) {
  std::vector<Print> first = letter(), second = letter();
  first[2].text += " 47/2026";
  second[2].text += " 48/2026";
  EXPECT_EQ(compare(first, second), Sameness::kOther)
      << "papers of one kind differ in their numbers";
}

TEST(SameSheet, WithFewWordsIsNeverTheSame) {
  const std::vector<Print> form = {{"TỜ KHAI", 80, 30}, {"Họ và tên:", 30, 50}};
  EXPECT_EQ(compare(form, form), Sameness::kOther) << "blank forms are alike";
  EXPECT_EQ(compare({}, {}), Sameness::kOther);
}

TEST(SameSheet, NoteHidesWhatTheOtherShows) {
  std::vector<Print> noted = letter();
  noted.erase(noted.begin() + 6, noted.begin() + 11);
  EXPECT_EQ(compare(noted, letter()), Sameness::kWithNote);
  EXPECT_EQ(compare(letter(), noted), Sameness::kBelowNote);
}

TEST(SameSheet, NoteMayHaveWordsOfItsOwn) {
  std::vector<Print> noted = letter();
  noted.erase(noted.begin() + 6, noted.begin() + 11);
  noted.push_back({"xem lại", 40, 95});
  EXPECT_EQ(compare(noted, letter()), Sameness::kWithNote);
}

TEST(SameSheet, WordsMissedAllOverAreNoNote) {
  std::vector<Print> other = letter();
  for (std::size_t i = 0; i < other.size(); i += 4) other[i].text = "chữ khác hẳn ở dòng";
  EXPECT_EQ(compare(other, letter()), Sameness::kOther);
}

}  // namespace
}  // namespace sohoa
