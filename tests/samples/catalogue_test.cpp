// The kinds of papers in models/papers/kinds against the papers that the generator draws.
#include <gtest/gtest.h>

#include <set>

#include "pipeline/base/file.h"
#include "pipeline/base/json.h"
#include "samples/papers.h"
#include "tests/support/paths.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

constexpr const char* kLayouts[] = {"administrative", "form", "certificate", "contract", "card"};
constexpr const char* kTypes[] = {"text",   "person",          "date",  "personal-number", "sex",
                                  "place",  "number",          "money", "agency",          "phone",
                                  "choice", "document-number", "year"};

std::map<std::string, Json> catalogue() {
  std::map<std::string, Json> kinds;
  for (const auto& entry :
       fs::directory_iterator(test::source_folder() / "models" / "papers" / "kinds")) {
    kinds[entry.path().stem()] = Json::parse(as_text(read_file(entry.path())));
  }
  return kinds;
}

std::set<std::string> fields_of(const Json& kind) {
  std::set<std::string> names;
  for (const Json& field : kind["fields"]) names.insert(field["name"]);
  return names;
}

/// Which of the fields no paper of the kind shows: not every branch of a paper has all.
std::set<std::string> without_shown(std::set<std::string> names, const PaperKind& kind) {
  constexpr std::uint64_t kPapersMax = 12;
  for (std::uint64_t seed = 1; seed <= kPapersMax && !names.empty(); ++seed) {
    Pad pad(seed);
    Random random(seed, kind.name);
    kind.draw(pad, some_case(seed), random);
    for (const auto& sheet : pad.sheets()) {
      for (const TruthField& field : sheet->truth().fields) names.erase(field.name);
    }
  }
  return names;
}

}  // namespace

TEST(Catalogue, HasEveryKnownKindOfPaperAndNoOther) {
  const auto kinds = catalogue();
  EXPECT_EQ(kinds.size(), 80u);
  for (const auto& [id, json] : kinds) EXPECT_TRUE(paper_kind(id).known) << id;
  for (const PaperKind& paper : paper_kinds()) {
    EXPECT_EQ(kinds.count(paper.name), paper.known ? 1u : 0u) << paper.name;
  }
}

TEST(Catalogue, IsWrittenInItsSchema) {
  const std::set<std::string> layouts(std::begin(kLayouts), std::end(kLayouts));
  const std::set<std::string> types(std::begin(kTypes), std::end(kTypes));
  for (const auto& [id, json] : catalogue()) {
    SCOPED_TRACE(id);
    EXPECT_EQ(json["schema"], "sohoa.paper-kind/1");
    EXPECT_EQ(json["id"], id);
    EXPECT_FALSE(json["title"]["vi"].get<std::string>().empty());
    EXPECT_FALSE(json["title"]["en"].get<std::string>().empty());
    EXPECT_TRUE(layouts.count(json["layout"]));
    EXPECT_FALSE(json["titles"].empty());
    EXPECT_GE(json["phrases"].size(), 2u);
    EXPECT_GE(json["pages_max"], 1);
    std::set<std::string> names;
    for (const Json& field : json["fields"]) {
      EXPECT_TRUE(names.insert(field["name"]).second) << field["name"];
      EXPECT_TRUE(types.count(field["type"])) << field["name"];
      EXPECT_FALSE(field["labels"].empty()) << field["name"];
      EXPECT_NE(field["name"], "ten_giay_to");
    }
  }
}

TEST(Catalogue, ListsOnlyFieldsThatItsSampleShows) {
  for (const auto& [id, json] : catalogue()) {
    EXPECT_EQ(without_shown(fields_of(json), paper_kind(id)), std::set<std::string>()) << id;
  }
}

}  // namespace sohoa
