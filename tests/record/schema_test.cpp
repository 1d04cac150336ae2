#include <gtest/gtest.h>

#include "models/record/json.h"
#include "pipeline/base/atomic_file.h"
#include "pipeline/base/process.h"
#include "pipeline/base/temporary_folder.h"
#include "tests/support/paths.h"
#include "tests/support/specimens.h"

namespace sohoa {
namespace {

constexpr const char* kPython = "/usr/bin/python3";  // Debian's, which sees Debian's packages

constexpr const char* kValidate =
    "import json, sys, jsonschema\n"
    "schema = json.load(open(sys.argv[1], encoding='utf-8'))\n"
    "validator = jsonschema.Draft202012Validator\n"
    "validator.check_schema(schema)\n"
    "errors = list(validator(schema).iter_errors(json.load(open(sys.argv[2], encoding='utf-8'))))\n"
    "print('\\n'.join(e.json_path + ': ' + e.message for e in errors))\n"
    "sys.exit(1 if errors else 0)\n";

bool has_validator() {
  return !find_program(kPython).empty() &&
         run_process({kPython, "-c", "import jsonschema"}, {}).exit_code == 0;
}

/// What the schema has against the value; empty when it accepts it.
std::string complaints(const std::string& schema, const Json& value) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "value.json";
  const std::string text = canonical_json(value);
  write_file(file, as_bytes(text));
  const auto path = test::source_folder() / "models/record/schema" / schema;
  const ProcessResult result =
      run_process({kPython, "-c", kValidate, path.string(), file.string()}, {});
  return result.exit_code == 0 ? "" : result.output + result.messages;
}

class Schema : public testing::Test {
 protected:
  void SetUp() override {
    if (!has_validator()) GTEST_SKIP() << "needs python3-jsonschema; run ./dev setup";
  }
};

TEST_F(Schema, AcceptsTheRecordThatWeWrite) {
  EXPECT_EQ(complaints("record.json", json_of(test::specimen_record())), "");
  EXPECT_NE(complaints("record.json", Json::object()), "");
}

TEST_F(Schema, AcceptsThePageThatWeWrite) {
  EXPECT_EQ(complaints("page.json", json_of(test::specimen_text())), "");
}

TEST_F(Schema, AcceptsTheReportThatWeWrite) {
  Report report;
  report.command = "intake";
  report.exit_code = 3;
  report.findings = test::specimen_text().findings;
  EXPECT_EQ(complaints("report.json", json_of(report)), "");
}

TEST_F(Schema, RefusesAMemberThatItDoesNotName) {
  Json record = json_of(test::specimen_record());
  record["dossier"]["pages"][0]["colour"] = "red";
  EXPECT_NE(complaints("record.json", record).find("colour"), std::string::npos);
  Json page = json_of(test::specimen_text());
  page["blocks"][0]["lines"][0]["words"][0]["box"]["depth"] = 1;
  EXPECT_NE(complaints("page.json", page).find("depth"), std::string::npos);
  Json report = json_of(Report{});
  report["command"] = "intake";
  report["mood"] = "good";
  EXPECT_NE(complaints("report.json", report).find("mood"), std::string::npos);
}

}  // namespace
}  // namespace sohoa
