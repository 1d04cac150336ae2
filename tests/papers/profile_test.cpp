#include "models/papers/profile.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <regex>
#include <set>

#include "pipeline/base/error.h"
#include "pipeline/base/temporary_folder.h"
#include "tests/support/paths.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// The complaint about a profile with these rules; empty when it is taken.
std::string complaint(const std::string& rules) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "own.json";
  std::ofstream(file)
      << R"({"schema": "sohoa.profile/1", "id": "own", "title": {"vi": "", "en": ""},
    "basis": "", "valid_from": "2026-01-01", "rules": [)"
      << rules << "]}";
  try {
    load_profile(file.string());
    return "";
  } catch (const Error& error) {
    return error.subject().substr(file.string().size()) + ": " + error.reason();
  }
}

TEST(Profiles, AllOfThemLoad) {
  const std::vector<std::string> names = profile_names();
  EXPECT_GE(names.size(), 5u);
  for (const std::string& name : names) {
    const Profile profile = load_profile(name);
    EXPECT_EQ(profile.id, name);
    EXPECT_FALSE(profile.rules.empty());
    EXPECT_TRUE(std::regex_match(profile.valid_from, std::regex("\\d{4}-\\d{2}-\\d{2}")));
  }
}

TEST(Profiles, OneOfOnesOwnIsTaken) {
  EXPECT_EQ(complaint(R"({"id": "image.colour", "severity": "info", "bits_min": 8})"), "");
}

TEST(Profiles, FaultsAreNamed) {
  EXPECT_EQ(complaint(R"({"id": "image.color", "severity": "error"})"),
            ": rules[0].id: names no rule that there is");
  EXPECT_EQ(complaint(R"({"id": "image.colour", "severity": "error"})"),
            ": rules[0].bits_min: is missing");
  EXPECT_EQ(complaint(R"({"id": "image.colour", "severity": "error", "bits_min": "8"})"),
            ": rules[0].bits_min: is not a number");
  EXPECT_EQ(complaint(R"({"id": "image.colour", "severity": "bad", "bits_min": 8})"),
            ": rules[0].severity: is not one of the known words");
  EXPECT_EQ(complaint(R"({"id": "page.count", "severity": "error", "most": 8})"),
            ": rules[0].most: is no parameter of page.count");
  EXPECT_EQ(complaint(R"({"id": "id.dossier", "severity": "error", "patterns": ["("]})"),
            ": rules[0].patterns: holds a pattern that is no regular expression: (");
  EXPECT_EQ(complaint(R"({"id": "page.count", "severity": "error"},
                         {"id": "page.*", "severity": "error", "tolerance": 0})"),
            ": rules[1].side_mm_max: is missing");
}

TEST(Profiles, UnknownNameTellsTheKnownOnes) {
  try {
    load_profile("two-stop");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kUsage);
    EXPECT_NE(error.remedy().find("one-stop-2023"), std::string::npos) << error.remedy();
  }
}

TEST(Rules, SayAllInBothLanguages) {
  for (const Rule& rule : load_rules()) {
    for (const Wording& wording : {rule.title, rule.reason, rule.remedy}) {
      EXPECT_FALSE(wording.vi.empty()) << rule.id;
      EXPECT_FALSE(wording.en.empty()) << rule.id;
    }
    EXPECT_FALSE(rule.source.empty()) << rule.id;
  }
}

/// A code that the sources name must not fall back on the rule of its whole family.
TEST(Rules, EveryFaultOfAPackageHasOneOfItsOwn) {
  std::set<std::string> ids;
  for (const Rule& rule : load_rules()) ids.insert(rule.id);
  const std::regex code("\"((package|mets|book)\\.[a-z-]+)\"");
  int found = 0;
  for (const auto& entry :
       fs::recursive_directory_iterator(test::source_folder() / "pipeline" / "package")) {
    if (entry.path().extension() != ".cpp") continue;
    const std::string text = text_of(entry.path());
    for (std::sregex_iterator match(text.begin(), text.end(), code), end; match != end; ++match) {
      EXPECT_TRUE(ids.contains((*match)[1])) << (*match)[1] << " in " << entry.path();
      ++found;
    }
  }
  EXPECT_GE(found, 20);
}

/// Whether a root is trusted for a time stamp, and what only time has changed, is verify's to tell.
TEST(Rules, EveryVerdictOnASignatureHasOne) {
  const std::set<std::string> not_asked = {"time-untrusted", "certificate-expired-since"};
  std::set<std::string> ids;
  for (const Rule& rule : load_rules()) ids.insert(rule.id);
  const std::string judge =
      text_of(test::source_folder() / "pipeline/package/sign/signature_judge.cpp");
  const std::regex verdict(
      "find\\(\"([a-z-]+)\", *(Severity::kError|Severity::kWarning|settings_)");
  int found = 0;
  for (std::sregex_iterator match(judge.begin(), judge.end(), verdict), end; match != end;
       ++match, ++found) {
    const std::string code = (*match)[1];
    EXPECT_TRUE(not_asked.contains(code) || ids.contains("signature." + code)) << code;
  }
  EXPECT_GE(found, 10);
}

TEST(Rules, ReadmeListsEachWithItsSource) {
  const std::string readme = text_of(test::source_folder() / "README.md");
  for (const Rule& rule : load_rules()) {
    const std::string row = "| `" + rule.id + "` | " + rule.title.en + " | " + rule.source + " |";
    EXPECT_NE(readme.find(row), std::string::npos) << row;
  }
}

}  // namespace
}  // namespace sohoa
