#include "pipeline/base/printable.h"

#include <gtest/gtest.h>

#include "pipeline/base/json.h"
#include "pipeline/base/words.h"

namespace sohoa {
namespace {

TEST(Printable, TextCannotSteerWhereItIsShown) {
  EXPECT_EQ(printable("hồ sơ\x1b[2J\n\x7f"), "hồ sơ\uFFFD[2J\uFFFD\uFFFD");
  EXPECT_EQ(printable("a\u202Egnp.exe\u2028\u200F\u2066"), "a\uFFFDgnp.exe\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(printable(std::string(1000, 'x')).size(), 200U);
}

TEST(Printable, JsonKeepsWhatSteersAsEscapes) {
  const std::string json = json_line({{"a", "hồ sơ\u009b2J\u202E\x7f\n"}});
  EXPECT_EQ(printable_json(json), "{\"a\":\"hồ sơ\\u009B2J\\u202E\\u007F\\n\"}\n");
  EXPECT_EQ(Json::parse(printable_json(json)), Json::parse(json));
}

TEST(Words, AreJoinedEmptyOnesToo) {
  EXPECT_EQ(joined({}, ", "), "");
  EXPECT_EQ(joined({"a"}, ", "), "a");
  EXPECT_EQ(joined({"a", "", "b"}, ","), "a,,b");
}

TEST(Words, LowerCaseLeavesWhatIsNotAscii) { EXPECT_EQ(lower_case("SHA-Đ"), "sha-Đ"); }

}  // namespace
}  // namespace sohoa
