#include "tests/support/schema.h"

#include <gtest/gtest.h>

#include "models/record/json.h"
#include "tests/support/specimens.h"

namespace sohoa {
namespace {

using test::schema_complaints;

TEST(Schema, AcceptsTheRecordThatWeWrite) {
  SOHOA_NEEDS_SCHEMA_VALIDATOR();
  EXPECT_EQ(schema_complaints("record.json", json_of(test::specimen_record())), "");
  EXPECT_NE(schema_complaints("record.json", Json::object()), "");
}

TEST(Schema, AcceptsThePageThatWeWrite) {
  SOHOA_NEEDS_SCHEMA_VALIDATOR();
  EXPECT_EQ(schema_complaints("page.json", json_of(test::specimen_text())), "");
}

TEST(Schema, AcceptsTheReportThatWeWrite) {
  SOHOA_NEEDS_SCHEMA_VALIDATOR();
  Report report;
  report.command = "intake";
  report.exit_code = 3;
  report.findings = test::specimen_text().findings;
  EXPECT_EQ(schema_complaints("report.json", json_of(report)), "");
}

TEST(Schema, RefusesAMemberThatItDoesNotName) {
  SOHOA_NEEDS_SCHEMA_VALIDATOR();
  Json record = json_of(test::specimen_record());
  record["dossier"]["pages"][0]["colour"] = "red";
  EXPECT_NE(schema_complaints("record.json", record).find("colour"), std::string::npos);
  Json page = json_of(test::specimen_text());
  page["blocks"][0]["lines"][0]["words"][0]["box"]["depth"] = 1;
  EXPECT_NE(schema_complaints("page.json", page).find("depth"), std::string::npos);
  Json report = json_of(Report{});
  report["command"] = "intake";
  report["mood"] = "good";
  EXPECT_NE(schema_complaints("report.json", report).find("mood"), std::string::npos);
}

}  // namespace
}  // namespace sohoa
