#include "models/record/json.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>

#include "pipeline/base/error.h"
#include "tests/support/specimens.h"

namespace sohoa {
namespace {

std::string error_of(const Json& json) {
  try {
    record_from_json(json);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kInput);
    return error.what();
  }
  return {};
}

TEST(RecordJson, SurvivesTheRoundTripByteForByte) {
  const std::string written = canonical_json(json_of(test::specimen_record()));
  const Record read = record_from_json(Json::parse(written));
  EXPECT_EQ(canonical_json(json_of(read)), written);
  EXPECT_EQ(read.dossier.pages[2].set_aside, SetAside::kBlank);
  EXPECT_EQ(read.dossier.papers[0].fields[0].doubt, FieldDoubt::kPatternNotMet);
  EXPECT_EQ(read.settings, test::specimen_record().settings);
}

TEST(RecordJson, KeepsWhatWasUnderstood) {
  const Record read = record_from_json(json_of(test::specimen_record()));
  const Paper& paper = read.dossier.papers[0];
  EXPECT_EQ(paper.kind, "to-khai");
  EXPECT_EQ(paper.kind_confidence, 0.875);
  EXPECT_EQ(paper.cut, "it is the first page of its file");
  EXPECT_TRUE(paper.fields[0].by_hand);
  EXPECT_FALSE(paper.fields[1].by_hand);
  const PageAccount& page = read.dossier.pages[0];
  ASSERT_EQ(page.codes.size(), 1u);
  EXPECT_EQ(page.codes[0].kind, CodeKind::kQr);
  EXPECT_EQ(page.codes[0].text, "SOHOA1|mẫu");
  EXPECT_EQ(page.codes[0].box.right, 9);
  ASSERT_EQ(page.marks.size(), 1u);
  EXPECT_EQ(page.marks[0].kind, MarkKind::kHandwriting);
  EXPECT_EQ(page.marks[0].box.top, 20);
  EXPECT_TRUE(read.dossier.pages[1].codes.empty());
}

TEST(RecordJson, LeavesOutWhatWasNotUnderstood) {
  Record record = test::specimen_record();
  record.dossier.papers[0].kind.clear();
  record.dossier.papers[0].cut.clear();
  const Json paper = json_of(record)["dossier"]["papers"][0];
  EXPECT_FALSE(paper.contains("kind"));
  EXPECT_FALSE(paper.contains("cut"));
  EXPECT_FALSE(paper["fields"][1].contains("by_hand"));
}

TEST(RecordJson, CountsPagesInOutAndSetAside) {
  const Json json = json_of(test::specimen_record());
  EXPECT_EQ(json["page_counts"], Json({{"in", 3}, {"out", 2}, {"set_aside", 1}}));
}

TEST(RecordJson, HoldsNoNumberThatJsonCannotWrite) {
  Record record = test::specimen_record();
  record.dossier.pages[0].mean_confidence = std::nan("");
  record.dossier.pages[0].quality.skew_degrees = -0.000001;
  record.dossier.pages[0].dpi.x = std::numeric_limits<double>::infinity();
  const std::string text = canonical_json(json_of(record));
  EXPECT_EQ(text.find("null"), std::string::npos);
  EXPECT_EQ(text.find("-0.0"), std::string::npos);
}

TEST(RecordJson, NamesTheMemberThatIsWrong) {
  const Json good = json_of(test::specimen_record());
  const auto broken = [&](const std::function<void(Json&)>& change) {
    Json json = good;
    change(json);
    return error_of(json);
  };
  const auto says = [](const std::string& message, const std::string& part) {
    return message.find(part) != std::string::npos;
  };
  EXPECT_EQ(error_of(good), "");
  EXPECT_PRED2(says, error_of(Json::array()), "is not an object");
  EXPECT_PRED2(says, broken([](Json& j) { j["schema"] = "sohoa.record/2"; }), "schema");
  EXPECT_PRED2(says, broken([](Json& j) { j.erase("job_time"); }), "job_time: is missing");
  EXPECT_PRED2(says, broken([](Json& j) { j["extra"] = 1; }), "extra: is not known here");
  EXPECT_PRED2(says, broken([](Json& j) { j["dossier"]["pages"][1]["dpi"]["x"] = "300"; }),
               "dossier.pages[1].dpi.x: is not a number");
  EXPECT_PRED2(says, broken([](Json& j) { j["dossier"]["pages"][2]["set_aside"]["why"] = "lost"; }),
               "dossier.pages[2].set_aside.why: is not one of the known words");
  EXPECT_PRED2(says, broken([](Json& j) { j["dossier"]["papers"][0]["pages"][0] = -1; }),
               "dossier.papers[0].pages");
  EXPECT_PRED2(says, broken([](Json& j) { j["files"][0]["bytes"] = 1.5; }), "files[0].bytes");
  EXPECT_PRED2(says, broken([](Json& j) { j["dossier"]["pages"][0]["sequence"] = 1e12; }),
               "dossier.pages[0].sequence");
}

TEST(RecordJson, RefusesCountsThatThePagesDoNotBearOut) {
  Json json = json_of(test::specimen_record());
  json["page_counts"]["in"] = 4;
  EXPECT_NE(error_of(json).find("page_counts.in"), std::string::npos);
}

TEST(FindingJson, LeavesOutWhatIsNotThere) {
  const Json json = json_of(Finding{"page.blank", Severity::kInfo, "a page 1", "no ink", "", {}});
  EXPECT_FALSE(json.contains("remedy"));
  EXPECT_FALSE(json.contains("where"));
  EXPECT_EQ(json["severity"], "info");
}

}  // namespace
}  // namespace sohoa
