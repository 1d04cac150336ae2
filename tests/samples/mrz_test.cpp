#include "samples/mrz.h"

#include <gtest/gtest.h>

namespace sohoa {

TEST(Mrz, CheckDigitsAreThoseOfIcaoDoc9303) {
  // The specimen of part 5, appendix A.
  EXPECT_EQ(check_digit("D23145890"), '7');
  EXPECT_EQ(check_digit("740812"), '2');
  EXPECT_EQ(check_digit("120415"), '9');
  EXPECT_EQ(check_digit("D231458907<<<<<<<<<<<<<<<74081221204159<<<<<<<<<<<"), '6');
}

TEST(Mrz, HasThreeLinesOfThirtyWhoseCheckDigitsHold) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Case it = some_case(seed);
    const auto lines = machine_readable_zone(it.applicant, {1, 2, 2031});
    for (const std::string& line : lines) {
      EXPECT_EQ(line.size(), 30u);
      EXPECT_EQ(line.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<"), std::string::npos);
    }
    EXPECT_EQ(lines[0].substr(0, 5), "IDVNM");
    EXPECT_EQ(lines[0][14], check_digit(lines[0].substr(5, 9)));
    EXPECT_EQ(lines[0].substr(15, 12), it.applicant.number);
    EXPECT_EQ(lines[1][6], check_digit(lines[1].substr(0, 6)));
    EXPECT_EQ(lines[1].substr(8, 6), "310201");
    EXPECT_EQ(lines[1][14], check_digit(lines[1].substr(8, 6)));
    const std::string whole = lines[0].substr(5) + lines[1].substr(0, 7) + lines[1].substr(8, 7) +
                              lines[1].substr(18, 11);
    EXPECT_EQ(lines[1][29], check_digit(whole));
  }
}

TEST(Mrz, PassportLinesCheckThemselves) {
  const Case it = some_case(3);
  const auto lines = passport_zone(it.applicant, "C9912345", {4, 2, 2031});
  ASSERT_EQ(lines[0].size(), 44u);
  ASSERT_EQ(lines[1].size(), 44u);
  EXPECT_EQ(lines[0].rfind("P<VNM", 0), 0u);
  const std::string& data = lines[1];
  EXPECT_EQ(data.substr(0, 9), "C9912345<");
  EXPECT_EQ(data[9], check_digit(data.substr(0, 9)));
  EXPECT_EQ(data[19], check_digit(data.substr(13, 6)));
  EXPECT_EQ(data.substr(21, 6), "310204");
  EXPECT_EQ(data[42], check_digit(data.substr(28, 14)));
  EXPECT_EQ(data[43], check_digit(data.substr(0, 10) + data.substr(13, 7) + data.substr(21, 22)));
}

}  // namespace sohoa
