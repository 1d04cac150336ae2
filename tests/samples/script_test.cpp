#include "samples/script/script.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "pipeline/base/error.h"
#include "pipeline/base/temporary_folder.h"
#include "samples/papers.h"
#include "samples/script/press.h"

namespace sohoa {

namespace {

Script script_of(const std::string& text) {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "thu.txt") << text;
  return read_script(folder.path() / "thu.txt");
}

std::map<std::string, std::string> fields_of(const Script& script, std::uint64_t seed) {
  Pad pad(seed);
  Random random(seed, "test");
  draw_script(script, pad, some_case(seed), random);
  std::map<std::string, std::string> fields;
  for (const auto& sheet : pad.sheets()) {
    for (const TruthField& field : sheet->truth().fields) fields[field.name] = field.value;
  }
  return fields;
}

}  // namespace

TEST(Script, IndentedLinesGoOnWithTheLineBefore) {
  const Script script = script_of("kind Đơn\n# a remark\np một hai\n  ba\n\ngap 3\n");
  EXPECT_EQ(script.title, "Đơn");
  ASSERT_EQ(script.lines.size(), 2u);
  EXPECT_EQ(script.lines[0].rest, "một hai ba");
  EXPECT_EQ(script.lines[1].place, "thu.txt:6");
}

TEST(Script, OneBranchOfAChoiceIsTaken) {
  const Script script = script_of("kind Đơn\nchoose\np a\nor\np b\nor\nend\np c\n");
  std::set<std::string> seen;
  for (std::uint64_t seed = 1; seed < 40; ++seed) {
    Random random(seed);
    std::string all;
    for (const ScriptLine& line : chosen(script.lines, random)) all += line.rest;
    seen.insert(all);
  }
  EXPECT_EQ(seen, (std::set<std::string>{"ac", "bc", "c"}));
}

TEST(Script, AnswersBecomeFieldsAsAClerkTypesThem) {
  const Case it = some_case(4);
  const auto fields =
      fields_of(script_of("kind Đơn\n"
                          ": Họ tên: | {applicant.NAME} | ho_ten\n"
                          ": Ngày: | {received.text} | ngay || Vốn: | "
                          "<von>{capital.grouped}<> đồng\n"
                          "ticks Giới tính: | Nam / Nữ | {applicant.sex} | gioi_tinh\n"),
                4);
  EXPECT_EQ(fields.at("ho_ten"), it.applicant.name());
  EXPECT_EQ(fields.at("ngay"), iso(it.received));
  EXPECT_EQ(fields.at("von"), std::to_string(it.shop.capital));
  EXPECT_EQ(fields.at("gioi_tinh"), "Nữ");
}

TEST(Script, WhatCannotBeDrawnIsRefusedWithItsLine) {
  for (const char* text :
       {"kind Đơn\nhát một bài\n", "kind Đơn\np {nobody.name}\n", "kind Đơn\np {applicant.name\n",
        "kind Đơn\nnumber n x\n", "kind Đơn\nchoose\np a\n", "kind Đơn\nend\n"}) {
    EXPECT_THROW(fields_of(script_of(text), 1), Error) << text;
  }
  EXPECT_THROW(script_of("p không có kind\n"), Error);
}

TEST(Papers, HaveNamesOfTheirOwnAndATitle) {
  std::set<std::string> names;
  for (const PaperKind& kind : paper_kinds()) {
    EXPECT_TRUE(names.insert(kind.name).second) << kind.name;
    EXPECT_FALSE(kind.title.empty()) << kind.name;
  }
}

TEST(Papers, OfEveryKindAreDrawnWithWhateverBranchesTheyHave) {
  for (const PaperKind& kind : paper_kinds()) {
    for (std::uint64_t seed = 31; seed < 34; ++seed) {
      SCOPED_TRACE(kind.name + " " + std::to_string(seed));
      Pad pad(seed);
      Random random(seed, kind.name);
      ASSERT_NO_THROW(kind.draw(pad, some_case(seed), random));
      for (const auto& sheet : pad.sheets()) {
        EXPECT_FALSE(sheet->truth().lines.empty());
        for (const TruthLine& line : sheet->truth().lines) {
          for (const TruthWord& word : line.words) {
            EXPECT_EQ(word.text.find_first_of("{}|"), std::string::npos) << word.text;
            EXPECT_LT(word.box.bottom, sheet->height()) << word.text;
            EXPECT_LT(word.box.right, sheet->width()) << word.text;
          }
        }
      }
    }
  }
}

}  // namespace sohoa
