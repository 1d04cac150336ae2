#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>

#include "models/papers/agency_names.h"
#include "models/papers/kind.h"
#include "models/papers/procedure.h"
#include "models/papers/signers.h"
#include "pipeline/base/error.h"
#include "pipeline/base/json.h"
#include "pipeline/base/temporary_folder.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

/// A folder of data of one's own, in place of the shipped one.
class OwnData : public testing::Test {
 protected:
  OwnData() { setenv("SOHOA_PAPERS", folder_.path().c_str(), 1); }
  ~OwnData() override { unsetenv("SOHOA_PAPERS"); }

  void write(const std::string& name, const std::string& text) {
    const fs::path file = folder_.path() / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file) << text;
  }

  /// What is said against the file, after the folder's name; "" when it is taken.
  std::string complaint(const std::function<void()>& load) {
    try {
      load();
      return "";
    } catch (const Error& error) {
      code_ = error.code();
      const std::string folder = folder_.path().string() + "/";
      const std::string text = error.subject() + ": " + error.reason();
      EXPECT_TRUE(text.starts_with(folder)) << text;
      EXPECT_FALSE(error.remedy().empty());
      return text.substr(std::min(text.size(), folder.size()));
    }
  }

  std::string complaint_about_kind(const Json& json) {
    write("kinds/to-khai.json", json.dump());
    return complaint([] { load_kinds(); });
  }

  std::string complaint_about_procedure(const Json& json) {
    write("procedures/dang-ky.json", json.dump());
    return complaint([] { load_procedures(); });
  }

  ExitCode code_ = ExitCode::kDone;
  TemporaryFolder folder_;
};

Json good_kind() {
  return Json::parse(R"({"schema": "sohoa.paper-kind/1", "id": "to-khai",
    "title": {"vi": "Tờ khai", "en": "Declaration"}, "layout": "form", "type_code": "32",
    "titles": ["Tờ khai"], "phrases": [], "inside": [], "pages_max": 2, "shown_only": false,
    "fields": [{"name": "ho_ten", "type": "person", "labels": ["Họ và tên"]},
               {"name": "ngay_sinh", "type": "date", "labels": ["Ngày sinh"], "section": ["Phần I"]}],
    "persons": [{"name": "ho_ten", "birth": "ngay_sinh"}]})");
}

Json good_procedure() {
  return Json::parse(R"({"schema": "sohoa.procedure/1", "id": "dang-ky", "codes": ["1.009999"],
    "title": {"vi": "Đăng ký", "en": "Registration"}, "basis": "Luật", "components": [
      {"title": {"vi": "Tờ khai", "en": "Declaration"}, "kinds": ["to-khai"], "required": true}]})");
}

TEST_F(OwnData, KindThatIsWholeIsTaken) {
  EXPECT_EQ(complaint_about_kind(good_kind()), "");
  const PaperKind kind = load_kinds().at(0);
  EXPECT_EQ(kind.layout, PaperLayout::kForm);
  EXPECT_EQ(kind.pages_max, 2);
  EXPECT_EQ(kind.fields.at(1).type, FieldType::kDate);
  EXPECT_EQ(kind.fields.at(1).section, std::vector<std::string>{"Phần I"});
  EXPECT_EQ(kind.persons.at(0).birth, "ngay_sinh");
  EXPECT_EQ(kind.persons.at(0).number, "");
}

TEST_F(OwnData, FaultOfAKindIsNamed) {
  const auto changed = [&](const std::function<void(Json&)>& change) {
    Json json = good_kind();
    change(json);
    return complaint_about_kind(json);
  };
  const std::string file = "kinds/to-khai.json: ";
  EXPECT_EQ(changed([](Json& json) { json.erase("layout"); }), file + "layout: is missing");
  EXPECT_EQ(changed([](Json& json) { json["layout"] = "poem"; }),
            file + "layout: is not one of the known words");
  EXPECT_EQ(changed([](Json& json) { json["id"] = "khac"; }),
            file + "id: is not the name of the file");
  EXPECT_EQ(changed([](Json& json) { json["schema"] = "sohoa.paper-kind/9"; }),
            file + "schema: is not sohoa.paper-kind/1");
  EXPECT_EQ(changed([](Json& json) { json["title"].erase("en"); }), file + "title.en: is missing");
  EXPECT_EQ(changed([](Json& json) { json["fields"][1]["type"] = "colour"; }),
            file + "fields[1].type: is not one of the known words");
  EXPECT_EQ(changed([](Json& json) { json["fields"][0]["labels"] = Json::array(); }),
            file + "fields[0].labels: is empty");
  EXPECT_EQ(changed([](Json& json) { json["fields"][1]["name"] = "ho_ten"; }),
            file + "fields[1].name: stands there twice");
  EXPECT_EQ(changed([](Json& json) { json["persons"][0]["sex"] = "gioi_tinh"; }),
            file + "persons[0].sex: names no field of the kind");
  EXPECT_TRUE(changed([](Json& json) { json["colour"] = "red"; }).starts_with(file + "colour"));
  EXPECT_TRUE(changed([](Json& json) { json["titles"] = "Tờ khai"; }).starts_with(file + "titles"));
  EXPECT_EQ(code_, ExitCode::kInput);
}

TEST_F(OwnData, FaultOfAProcedureIsNamed) {
  EXPECT_EQ(complaint_about_procedure(good_procedure()), "");
  const auto changed = [&](const std::function<void(Json&)>& change) {
    Json json = good_procedure();
    change(json);
    return complaint_about_procedure(json);
  };
  const std::string file = "procedures/dang-ky.json: ";
  EXPECT_EQ(changed([](Json& json) { json.erase("basis"); }), file + "basis: is missing");
  EXPECT_EQ(changed([](Json& json) { json["components"][0]["kinds"] = Json::array(); }),
            file + "components[0].kinds: is empty");
  EXPECT_TRUE(changed([](Json& json) {
                json["components"][0]["required"] = "yes";
              }).starts_with(file + "components[0].required: "));
  EXPECT_EQ(changed([](Json& json) { json["id"] = "khac"; }),
            file + "id: is not the name of the file");
}

TEST_F(OwnData, ThatIsNoJsonIsNamed) {
  write("kinds/to-khai.json", "{");
  EXPECT_EQ(complaint([] { load_kinds(); }), "kinds/to-khai.json: is no JSON");
  write("agencies.json", "not at all");
  EXPECT_EQ(complaint([] { load_agency_names(); }), "agencies.json: is no JSON");
  write("signers.json", "[]");
  EXPECT_TRUE(complaint([] { load_signer_words(); }).starts_with("signers.json: "));
  EXPECT_EQ(code_, ExitCode::kInput);
}

TEST_F(OwnData, ThatIsNotThereIsADependency) {
  EXPECT_EQ(complaint([] { load_kinds(); }), "kinds: holds no kinds of papers");
  EXPECT_EQ(code_, ExitCode::kDependency);
  code_ = ExitCode::kDone;
  EXPECT_EQ(complaint([] { load_agency_names(); }), "agencies.json: is not there");
  EXPECT_EQ(code_, ExitCode::kDependency);
  EXPECT_EQ(complaint([] { load_signer_words(); }), "signers.json: is not there");
  EXPECT_TRUE(load_procedures().empty()) << "none is none";
}

}  // namespace
}  // namespace sohoa
