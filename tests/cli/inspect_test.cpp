#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "cli/field_labels.h"
#include "cli/inspect_formats.h"
#include "cli/inspect_overlay.h"
#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/process.h"
#include "pipeline/base/temporary_folder.h"
#include "tests/package/changed_record.h"
#include "tests/package/package_specimen.h"
#include "tests/support/paths.h"
#include "tests/support/program_limits.h"
#include "tests/support/schema.h"
#include "tests/support/specimens.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

Field field_of(const std::string& name, const std::string& value, FieldDoubt doubt) {
  Field field;
  field.name = name;
  field.value = value;
  field.page = 1;
  field.box = {2, 2, 20, 12};
  field.confidence = 0.975;
  field.doubt = doubt;
  return field;
}

PaperKind kind_of_declarations() {
  PaperKind kind;
  kind.id = "to-khai-khai-sinh";
  kind.title = {"Tờ khai đăng ký khai sinh", "Declaration of a birth"};
  kind.fields = {{"ngay_sinh", FieldType::kDate, {"Ngày, tháng, năm sinh của trẻ"}, {}}};
  return kind;
}

/// A record of a paper with fields, one of an unknown kind, and a page set aside.
InspectedRecord specimen() {
  Record record = test::specimen_record();
  Dossier& dossier = record.dossier;
  dossier.pages[0].findings.clear();
  dossier.declared = Declaration{};
  dossier.declared->dossier_code = "000.00.01.H26-261125-0012";
  Paper& paper = dossier.papers[0];
  paper.kind = "to-khai-khai-sinh";
  paper.kind_confidence = 0.97;
  paper.cut = "a title of this kind";
  Field birth = field_of("ngay_sinh", "ngày 02 tháng 5 năm 1990", FieldDoubt::kNone);
  birth.normalized = "1990-05-02";
  Field hand = field_of("so_den", "112", FieldDoubt::kLowConfidence);
  hand.by_hand = true;
  paper.fields = {birth, hand, field_of("so_dinh_danh", "0011", FieldDoubt::kPatternNotMet),
                  field_of("ho_ten_cha", "", FieldDoubt::kNotFound)};
  Paper unknown;
  unknown.number = 2;
  unknown.title = "Khác";
  dossier.papers.push_back(unknown);
  return {"hồ sơ.zip", record, {kind_of_declarations()}};
}

std::string english_text(const InspectedRecord& inspected) {
  return inspect_text(inspected, Language::kEnglish, {});
}

TEST(InspectText, TellsTheDossierItsPapersAndPages) {
  const std::string text = english_text(specimen());
  EXPECT_TRUE(has(text,
                  "hồ sơ.zip: Hồ sơ mẫu; dossier code 000.00.01.H26-261125-0012; pages: 3 in = 2 "
                  "out + 1 set aside; papers: 2\n"))
      << text;
  EXPECT_TRUE(has(text, "1. Declaration of a birth (97 %), pages 1–2\n")) << text;
  EXPECT_TRUE(has(text, "begins here: a title of this kind\n"));
  EXPECT_TRUE(has(text, "2. unknown kind (Khác)"));
  EXPECT_TRUE(has(text, "no fields"));
  EXPECT_TRUE(has(text, "page 3 (specimen.pdf page 3): blank, no ink on it\n"));
}

TEST(InspectText, TellsEachFieldAndWhyItIsRed) {
  const std::string text = english_text(specimen());
  EXPECT_TRUE(has(text,
                  "✓ Ngày, tháng, năm sinh của trẻ [ngay_sinh]  "
                  "ngày 02 tháng 5 năm 1990 → 1990-05-02  page 1, 98 %, print\n"))
      << text;
  EXPECT_TRUE(has(text, "✗ so_den "));
  EXPECT_TRUE(has(text, "page 1, 98 %, print; low confidence, by hand\n"));
  EXPECT_TRUE(has(text, "✗ Số định danh cá nhân [so_dinh_danh] "));
  EXPECT_TRUE(has(text, "; pattern not met\n"));
  EXPECT_TRUE(has(text, "✗ Họ, chữ đệm, tên (cha) [ho_ten_cha] "));
  EXPECT_TRUE(has(text, "; not found\n"));
}

TEST(InspectText, SpeaksVietnamese) {
  const std::string text = inspect_text(specimen(), Language::kVietnamese, {});
  EXPECT_TRUE(has(text, "mã hồ sơ 000.00.01.H26-261125-0012; trang: 3 vào = 2 ra + 1 để riêng"))
      << text;
  EXPECT_TRUE(has(text, "1. Tờ khai đăng ký khai sinh (97 %), trang 1–2\n"));
  EXPECT_TRUE(has(text, "độ tin cậy thấp, viết tay\n"));
  EXPECT_TRUE(has(text, "chưa rõ loại"));
  EXPECT_TRUE(has(text, "trang trắng"));
}

TEST(InspectText, ColoursOnlyWithAPalette) {
  EXPECT_FALSE(has(english_text(specimen()), "\x1b"));
  const std::string text =
      inspect_text(specimen(), Language::kEnglish, {"<green>", "<red>", "<plain>"});
  EXPECT_TRUE(has(text, "<green>✓ Ngày"));
  EXPECT_TRUE(has(text, "<red>✗ so_den"));
  EXPECT_TRUE(has(text, "by hand<plain>\n"));
}

TEST(InspectText, OfARecordWithoutFieldsIsShown) {
  InspectedRecord inspected{"a.zip", test::specimen_record(), {}};
  inspected.record.dossier.papers[0].fields.clear();
  inspected.record.dossier.papers[0].kind.clear();
  const std::string text = english_text(inspected);
  EXPECT_TRUE(has(text,
                  "1. unknown kind (Tờ khai), pages 1–2\n   begins here: it is the first page of "
                  "its file\n   no fields\n"))
      << text;
  EXPECT_TRUE(has(english_text({"a.zip", {}, {}}), "papers: 0\n"));
}

TEST(InspectText, OfAKindThatTheCatalogueLacksShowsItsId) {
  InspectedRecord inspected = specimen();
  inspected.kinds.clear();
  EXPECT_TRUE(has(english_text(inspected), "1. to-khai-khai-sinh (97 %)"));
}

/// With something that steers a terminal in every text.
InspectedRecord hostile() {
  const std::string bad = "\x1b[31m\u009b2J\u202Ex\n\x7f";
  InspectedRecord inspected = specimen();
  Dossier& dossier = inspected.record.dossier;
  dossier.name = dossier.declared->dossier_code = bad;
  for (Paper& paper : dossier.papers) {
    paper.title = paper.cut = paper.name = bad;
    paper.findings = {{bad, Severity::kError, bad, bad, bad, {}}};
    for (Field& field : paper.fields) field.name = field.value = field.normalized = bad;
  }
  dossier.papers[0].kind = bad;
  dossier.pages[2].source.file = dossier.pages[2].set_aside_reason = bad;
  dossier.pages[1].findings = dossier.findings = dossier.papers[0].findings;
  return inspected;
}

TEST(InspectText, OfAHostileRecordSteersNoTerminal) {
  const std::string text = english_text(hostile());
  for (const char* steering : {"\x1b", "\u009b", "\u202E", "\x7f"}) {
    EXPECT_FALSE(has(text, steering)) << text;
  }
  const std::string honest = english_text(specimen());
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'),
            std::count(honest.begin(), honest.end(), '\n') + 7)
      << "four findings, a cut, an empty line and a heading, no line of the record's own";
}

TEST(InspectJson, MeetsItsSchema) {
  SOHOA_NEEDS_SCHEMA_VALIDATOR();
  EXPECT_EQ(test::schema_complaints("inspect.json", json_of_inspect(specimen())), "");
  EXPECT_EQ(test::schema_complaints("inspect.json", json_of_inspect({"a.zip", {}, {}})), "");
  Json more = json_of_inspect(specimen());
  more["papers"][0]["fields"][0]["colour"] = "green";
  EXPECT_TRUE(has(test::schema_complaints("inspect.json", more), "colour"));
}

TEST(InspectJson, SaysWhatTheTableShows) {
  const Json json = json_of_inspect(specimen());
  EXPECT_EQ(json["dossier_code"], "000.00.01.H26-261125-0012");
  EXPECT_EQ(json["page_counts"]["set_aside"], 1);
  EXPECT_EQ(json["needs_a_person"], true);
  const Json& paper = json["papers"][0];
  EXPECT_EQ(paper["kind"]["title"]["vi"], "Tờ khai đăng ký khai sinh");
  EXPECT_EQ(paper["fields"][0]["label"], "Ngày, tháng, năm sinh của trẻ");
  EXPECT_EQ(paper["fields"][0]["accepted"], true);
  EXPECT_EQ(paper["fields"][1]["accepted"], false);
  EXPECT_EQ(paper["fields"][1]["by_hand"], true);
  EXPECT_FALSE(json["papers"][1].contains("kind"));
  EXPECT_EQ(json["set_aside"][0]["why"], "blank");
}

TEST(NeedsAPerson, ForDoubtHandwritingErrorsAndLostPages) {
  Dossier dossier;
  dossier.papers.resize(1);
  dossier.pages.resize(1);
  EXPECT_FALSE(needs_a_person(dossier));
  Dossier by_hand = dossier;
  by_hand.papers[0].fields = {field_of("a", "b", FieldDoubt::kNone)};
  EXPECT_FALSE(needs_a_person(by_hand));
  by_hand.papers[0].fields[0].by_hand = true;
  EXPECT_TRUE(needs_a_person(by_hand));
  Dossier failed = dossier;
  failed.pages[0].set_aside = SetAside::kFailed;
  EXPECT_TRUE(needs_a_person(failed));
  Dossier error = dossier;
  error.papers[0].findings = {{"a.b", Severity::kWarning, "", "", "", {}}};
  EXPECT_FALSE(needs_a_person(error));
  error.papers[0].findings[0].severity = Severity::kError;
  EXPECT_TRUE(needs_a_person(error));
}

TEST(FieldLabel, IsTheKindsOrACommonOne) {
  const PaperKind kind = kind_of_declarations();
  EXPECT_EQ(field_label("ngay_sinh", &kind), "Ngày, tháng, năm sinh của trẻ");
  EXPECT_EQ(field_label("ngay_sinh", nullptr), "Ngày, tháng, năm sinh");
  EXPECT_EQ(field_label("ngay_sinh_nu", nullptr), "Ngày, tháng, năm sinh (bên nữ)");
  PaperKind of_two;
  of_two.fields = {{"nam_sinh_me", FieldType::kYear, {"Năm sinh"}, {}},
                   {"ho_ten_me", FieldType::kPerson, {"Họ tên mẹ"}, {}}};
  EXPECT_EQ(field_label("nam_sinh_me", &of_two), "Năm sinh (mẹ)");
  EXPECT_EQ(field_label("ho_ten_me", &of_two), "Họ tên mẹ");
  EXPECT_EQ(field_label("la_hoac", nullptr), "");
  EXPECT_EQ(field_label("_me", nullptr), "");
}

TEST(OverlayFiles, AreNumberedWhereThereAreSeveralPictures) {
  EXPECT_EQ(overlay_files("a/out.pdf", 9), std::vector<fs::path>{"a/out.pdf"});
  EXPECT_EQ(overlay_files("a/out.png", 1), std::vector<fs::path>{"a/out.png"});
  EXPECT_EQ(overlay_files("a/out.PNG", 2),
            (std::vector<fs::path>{"a/out-0001.PNG", "a/out-0002.PNG"}));
  EXPECT_THROW(refuse_unless_picture("out.jpg"), Error);
  EXPECT_THROW(refuse_unless_picture("-"), Error);
}

/// The program on a record of two papers, two pages and one, the first with fields.
class InspectProgram : public testing::Test {
 protected:
  void SetUp() override {
    test::build_specimen_package(path("plain.zip"));
    test::change_record(path("plain.zip"), path("record.zip"), [](Dossier& dossier) {
      dossier.papers[0].fields = {field_of("ho_ten", "Lê Văn Thử\x1b[31m", FieldDoubt::kNone),
                                  field_of("so_den", "1", FieldDoubt::kLowConfidence)};
    });
  }

  ProcessResult run(std::vector<std::string> words) const {
    words.insert(words.begin(), {test::program().string(), "inspect"});
    return run_process(words, test::program_limits());
  }

  fs::path path(const std::string& name) const { return folder_.path() / name; }

  TemporaryFolder folder_;
};

TEST_F(InspectProgram, ShowsARecordWithoutColoursInAPipe) {
  const ProcessResult result = run({"--lang", "en", path("record.zip")});
  EXPECT_EQ(result.exit_code, 3) << result.messages;
  EXPECT_TRUE(has(result.output, "✓ Họ, chữ đệm, tên [ho_ten]")) << result.output;
  EXPECT_FALSE(has(result.output, "\x1b"));
  EXPECT_EQ(run({path("plain.zip")}).exit_code, 0) << "nothing needs a person";
}

TEST_F(InspectProgram, SpeaksAsTheEnvironmentSays) {
  ::setenv("LC_ALL", "vi_VN.UTF-8", 1);
  const ProcessResult result = run({path("record.zip")});
  ::unsetenv("LC_ALL");
  EXPECT_TRUE(has(result.output, "để riêng")) << result.output;
}

TEST_F(InspectProgram, PrintsOneJsonDocumentThatIsSafeToShow) {
  const ProcessResult result = run({"--json", path("record.zip")});
  EXPECT_FALSE(has(result.output, "\x1b"));
  const Json json = Json::parse(result.output);
  EXPECT_EQ(json["papers"][0]["fields"][0]["value"], "Lê Văn Thử\x1b[31m");
  SOHOA_NEEDS_SCHEMA_VALIDATOR();
  EXPECT_EQ(test::schema_complaints("inspect.json", json), "");
}

TEST_F(InspectProgram, WritesAnOverlayAsPdf) {
  const ProcessResult result = run({"-q", "--overlay", path("seen.pdf"), path("record.zip")});
  EXPECT_EQ(result.exit_code, 3) << result.messages;
  EXPECT_EQ(result.output, "");
  EXPECT_EQ(as_text(read_file(path("seen.pdf"))).substr(0, 5), "%PDF-");
}

TEST_F(InspectProgram, WritesAnOverlayAsPictures) {
  EXPECT_EQ(run({"--overlay", path("seen.png"), path("record.zip")}).exit_code, 3);
  for (const char* name : {"seen-0001.png", "seen-0002.png", "seen-0003.png"}) {
    EXPECT_EQ(as_text(read_file(path(name))).substr(1, 3), "PNG") << name;
  }
  EXPECT_FALSE(fs::exists(path("seen.png")));
}

TEST_F(InspectProgram, OverwritesNothingThatItMustNot) {
  EXPECT_EQ(run({"--overlay", path("seen.jpg"), path("record.zip")}).exit_code, 1);
  write_file(path("seen-0002.png"), as_bytes("mine"));
  EXPECT_EQ(run({"-n", "--overlay", path("seen.png"), path("record.zip")}).exit_code, 4);
  EXPECT_EQ(as_text(read_file(path("seen-0002.png"))), "mine");
  EXPECT_FALSE(fs::exists(path("seen-0001.png")));
  fs::copy_file(path("record.zip"), path("record.pdf"));
  EXPECT_EQ(run({"--overlay", path("record.pdf"), path("record.pdf")}).exit_code, 1);
}

TEST_F(InspectProgram, WhatIsNoRecordIsTwo) {
  write_file(path("text.zip"), as_bytes("no zip"));
  EXPECT_EQ(run({path("text.zip")}).exit_code, 2);
  EXPECT_EQ(run({path("missing.zip")}).exit_code, 2);
}

}  // namespace
}  // namespace sohoa
