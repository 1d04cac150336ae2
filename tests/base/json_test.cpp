#include "pipeline/base/json.h"

#include <gtest/gtest.h>

#include <limits>

namespace sohoa {
namespace {

TEST(CanonicalJson, SortsKeysAndEndsWithOneNewline) {
  EXPECT_EQ(canonical_json({{"b", 1}, {"a", {1, 2}}}),
            "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": 1\n}\n");
}

TEST(CanonicalJson, DoesNotDependOnTheOrderOfWriting) {
  Json forwards;
  forwards["a"] = 1;
  forwards["b"] = 2;
  Json backwards;
  backwards["b"] = 2;
  backwards["a"] = 1;
  EXPECT_EQ(canonical_json(forwards), canonical_json(backwards));
}

TEST(CanonicalJson, KeepsVietnameseReadable) { EXPECT_EQ(canonical_json("Ất Tỵ"), "\"Ất Tỵ\"\n"); }

TEST(CanonicalJson, IsUtf8WhateverTheTextWas) {
  EXPECT_EQ(canonical_json("a\xff"), "\"a\uFFFD\"\n");
}

TEST(CanonicalJson, PrintsNumbersAsShortAsTheyRoundTrip) {
  EXPECT_EQ(canonical_json(0.1), "0.1\n");
  EXPECT_EQ(canonical_json(1e300), "1e+300\n");
}

TEST(JsonLine, IsOneLine) { EXPECT_EQ(json_line({{"a", "x\ny"}}), "{\"a\":\"x\\ny\"}\n"); }

TEST(Rounded, KeepsTheDecimalsAskedFor) {
  EXPECT_EQ(canonical_json(rounded(1.0 / 3, 4)), "0.3333\n");
  EXPECT_EQ(canonical_json(rounded(-2.675, 1)), "-2.7\n");
}

TEST(Rounded, HasNoNegativeZero) { EXPECT_EQ(canonical_json(rounded(-0.001, 2)), "0.0\n"); }

}  // namespace
}  // namespace sohoa
