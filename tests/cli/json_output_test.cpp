#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "pipeline/base/process.h"
#include "pipeline/base/temporary_folder.h"
#include "tests/support/paths.h"
#include "tests/support/program_limits.h"
#include "tests/support/schema.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

/// "sohoa.report/1" → report.json
std::string schema_of(const Json& line) {
  const std::string name = line.at("schema");
  return name.substr(6, name.find('/') - 6) + ".json";
}

/// Names the schemas of the lines that the program prints; each line must meet its own.
std::set<std::string> schemas_of_output(std::vector<std::string> words) {
  words.insert(words.begin(), test::program().string());
  std::istringstream lines(run_process(words, test::program_limits()).output);
  std::set<std::string> schemas;
  for (std::string text; std::getline(lines, text);) {
    const Json line = Json::parse(text);
    EXPECT_EQ(test::schema_complaints(schema_of(line), line), "") << text;
    schemas.insert(schema_of(line));
  }
  return schemas;
}

TEST(JsonOutput, OfIntakeCheckAndUnpackMeetsItsSchemas) {
  SOHOA_NEEDS_SCHEMA_VALIDATOR();
  const TemporaryFolder folder;
  const fs::path good = folder.path() / "1.pgm";
  std::ofstream(good, std::ios::binary) << "P5\n600 800\n255\n" << std::string(600 * 800, '\xff');
  const fs::path cut = folder.path() / "2.pgm";
  std::ofstream(cut, std::ios::binary) << "P5\n600 800\n255\n" << std::string(100, '\xff');
  const std::string package = (folder.path() / "record.zip").string();
  EXPECT_EQ(schemas_of_output({"intake", "--json", "--image-dpi", "100", good.string(),
                               cut.string(), "-o", package}),
            (std::set<std::string>{"progress.json", "report.json"}));
  EXPECT_EQ(schemas_of_output({"check", "--json", package}), std::set<std::string>{"check.json"});
  EXPECT_EQ(schemas_of_output({"unpack", "--json", package, (folder.path() / "out").string()}),
            std::set<std::string>{"unpack.json"});
  const std::string exported = (folder.path() / "bag.zip").string();
  EXPECT_EQ(schemas_of_output({"export", "--json", package, exported, "--as", "bagit"}),
            std::set<std::string>{"export.json"});
  EXPECT_EQ(schemas_of_output({"export", "--json", package, exported, "--as", "archive"}),
            std::set<std::string>{"export.json"});
}

TEST(JsonOutput, OfSheetMeetsItsSchema) {
  SOHOA_NEEDS_SCHEMA_VALIDATOR();
  const TemporaryFolder folder;
  EXPECT_EQ(schemas_of_output({"sheet", "--json", "-o", (folder.path() / "s.pdf").string()}),
            std::set<std::string>{"sheet.json"});
}

TEST(JsonOutput, OfSignAndVerifyMeetsItsSchemas) {
  SOHOA_NEEDS_SCHEMA_VALIDATOR();
  if (find_program("openssl").empty()) GTEST_SKIP() << "needs the command openssl";
  const TemporaryFolder folder;
  const std::string scan = (folder.path() / "1.pgm").string();
  std::ofstream(scan, std::ios::binary) << "P5\n600 800\n255\n" << std::string(600 * 800, '\xff');
  const std::string pdf = (folder.path() / "1.pdf").string();
  const std::string key = (folder.path() / "key.pem").string();
  const std::string certificate = (folder.path() / "certificate.pem").string();
  run_process({"openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Test",
               "-keyout", key, "-out", certificate},
              {});
  run_process({test::program().string(), "convert", "-q", "--image-dpi", "100", scan, pdf},
              test::program_limits());
  EXPECT_EQ(schemas_of_output({"sign", "--json", pdf, pdf, "--key", key, "--cert", certificate,
                               "--name", "Lê Văn Thử"}),
            std::set<std::string>{"sign.json"});
  EXPECT_EQ(schemas_of_output({"verify", "--json", pdf}), std::set<std::string>{"verify.json"});
  EXPECT_EQ(schemas_of_output({"sign", pdf, pdf, "--external", "export", "--cert", certificate,
                               "--name", "Lê Văn Thử", "--role", "agency"}),
            std::set<std::string>{"signing-request.json"});
}

TEST(JsonOutput, OfDoctorMeetsItsSchema) {
  SOHOA_NEEDS_SCHEMA_VALIDATOR();
  EXPECT_EQ(schemas_of_output({"doctor", "--json"}), std::set<std::string>{"doctor.json"});
}

}  // namespace
}  // namespace sohoa
