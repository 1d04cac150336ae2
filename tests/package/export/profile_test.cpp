#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>

#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/package/export/package_profile.h"
#include "tests/support/paths.h"

namespace sohoa {
namespace {

Json profile_json(const std::string& name) {
  const Bytes bytes =
      read_file(test::source_folder() / "models/papers/packages" / (name + ".json"));
  return Json::parse(as_text(bytes));
}

TEST(PackageProfileTest, CountsOfFieldsAreThoseOfTheAnnexes) {
  const PackageProfile profile = load_package_profile("tt05-2025");
  EXPECT_EQ(profile.file_description.order[0].size(), 18U);
  EXPECT_EQ(profile.file_description.order[1].size(), 18U);
  EXPECT_EQ(profile.document_description.order[0].size(), 19U);
  EXPECT_EQ(profile.document_description.order[1].size(), 21U);
  EXPECT_EQ(profile.codes.at("typeName").size(), 32U);
  EXPECT_EQ(profile.codes.at("language").size(), 11U);
  EXPECT_EQ(profile.codes.at("maintenance").size(), 7U);
}

TEST(PackageProfileTest, EveryTypeOfPaperHasACodeOfTheList) {
  const PackageProfile profile = load_package_profile("tt05-2025");
  for (const auto& [name, code] : profile.type_of_paper) {
    EXPECT_EQ(profile.codes.at("typeName").count(code), 1U) << name;
  }
  EXPECT_EQ(profile.codes.at("typeName").at(profile.type_otherwise), "Khác");
}

TEST(PackageProfileTest, EachTableIsDatedAndTellsItsSourceAndChoices) {
  for (const char* name : {"tt05-2025", "eark-csip-2.1"}) {
    const Json json = profile_json(name);
    EXPECT_FALSE(package_profile_from_json(json).source.empty());
    EXPECT_EQ(json["valid_from"].get<std::string>().size(), 10U);
    EXPECT_FALSE(json["choices"].empty());
  }
}

TEST(PackageProfileTest, TableThatIsNotSoundIsRefused) {
  const std::function<void(Json&)> faults[] = {
      [](Json& json) { json.erase("source"); },
      [](Json& json) { json["colour"] = "red"; },
      [](Json& json) { json["schema"] = "sohoa.package-profile/2"; },
      [](Json& json) { json["name"] = ""; },
      [](Json& json) { json["object_id"].erase("SIP"); },
      [](Json& json) { json["mets"]["labels"].erase("data"); },
      [](Json& json) { json["codes"].erase("mode"); },
      [](Json& json) { json["file_description"]["order"]["AIP"].push_back("nothing"); },
      [](Json& json) { json["file_description"]["fields"][0]["pattern"] = "("; },
      [](Json& json) { json["file_description"]["fields"][0]["kind"] = "colour"; },
      [](Json& json) {
        json["file_description"]["fields"].push_back(json["file_description"]["fields"][0]);
      },
      [](Json& json) {
        json["file_description"]["fields"][1]["mandatory_when"] = {{"field", "nothing"},
                                                                   {"values", {"1"}}};
      },
      [](Json& json) { json["choices"][0].erase("taken"); }};
  int number = 0;
  for (const auto& fault : faults) {
    Json json = profile_json("tt05-2025");
    fault(json);
    EXPECT_THROW(package_profile_from_json(json), Error) << number;
    ++number;
  }
}

TEST(PackageProfileTest, MissingTableIsADependencyError) {
  try {
    load_package_profile("no-such-table");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kDependency);
  }
}

}  // namespace
}  // namespace sohoa
