#include "pipeline/understand/dossier_check.h"

#include <gtest/gtest.h>

namespace sohoa {
namespace {

PaperKind kind_named(const std::string& id) {
  PaperKind kind;
  kind.id = id;
  kind.persons = {{"ho_ten", "so_dinh_danh", "", ""}};
  return kind;
}

/// A procedure that asks for a declaration, two copies of a certificate, and perhaps a mandate.
const Knowledge& knowledge() {
  static const Knowledge knowledge = [] {
    Knowledge some;
    for (const char* id : {"to-khai", "giay-chung-sinh", "giay-uy-quyen", "ban-sao-chung-thuc"}) {
      some.kinds.push_back(kind_named(id));
    }
    some.kinds.push_back(kind_named("can-cuoc"));
    some.kinds.back().shown_only = true;
    Procedure procedure;
    procedure.id = "dang-ky-mau";
    procedure.codes = {"1.009999"};
    procedure.components = {{{"Tờ khai", "Declaration"}, {"to-khai"}, true, 1},
                            {{"Giấy chứng sinh", "Notice"}, {"giay-chung-sinh"}, true, 2},
                            {{"Ủy quyền", "Mandate"}, {"giay-uy-quyen"}, false, 1}};
    some.procedures = {procedure};
    return some;
  }();
  return knowledge;
}

Field field(const std::string& name, const std::string& value) {
  Field one;
  one.name = name;
  one.value = one.normalized = value;
  one.confidence = 0.95;
  return one;
}

Paper paper(const std::string& kind, const std::string& name = "", const std::string& number = "") {
  Paper one;
  one.name = kind.empty() ? "giay-to" : kind;
  one.kind = kind;
  if (!name.empty()) one.fields.push_back(field("ho_ten", name));
  if (!number.empty()) one.fields.push_back(field("so_dinh_danh", number));
  return one;
}

Dossier dossier_of(const std::vector<Paper>& papers, const std::string& procedure = "") {
  Dossier dossier;
  dossier.name = "hs-mau";
  dossier.papers = papers;
  if (!procedure.empty()) {
    dossier.declared.emplace();
    dossier.declared->procedure_code = procedure;
  }
  check_dossier(knowledge(), dossier);
  return dossier;
}

/// Severities of the findings with that code.
std::vector<Severity> found(const std::vector<Finding>& findings, const std::string& code) {
  std::vector<Severity> severities;
  for (const Finding& finding : findings) {
    if (finding.code == code) severities.push_back(finding.severity);
  }
  return severities;
}

const std::vector<Severity> kOneError = {Severity::kError};
const std::vector<Severity> kOneWarning = {Severity::kWarning};

TEST(DossierCheck, WholeOneHasNoFindings) {
  const Dossier dossier = dossier_of(
      {paper("to-khai"), paper("giay-chung-sinh"), paper("giay-chung-sinh")}, "1.009999");
  EXPECT_TRUE(dossier.findings.empty());
}

TEST(DossierCheck, MissingComponentIsAnError) {
  const Dossier dossier =
      dossier_of({paper("giay-chung-sinh"), paper("giay-chung-sinh")}, "1.009999");
  EXPECT_EQ(found(dossier.findings, "dossier.component-missing"), kOneError);
  EXPECT_NE(dossier.findings[0].reason.find("Tờ khai"), std::string::npos);
}

TEST(DossierCheck, TooFewOfAComponentAreTold) {
  const Dossier dossier = dossier_of({paper("to-khai"), paper("giay-chung-sinh")}, "1.009999");
  EXPECT_EQ(found(dossier.findings, "dossier.component-missing"), kOneError);
}

TEST(DossierCheck, PaperOfUnknownKindMayBeWhatIsMissed) {
  const Dossier dossier =
      dossier_of({paper(""), paper("giay-chung-sinh"), paper("giay-chung-sinh")}, "1.009999");
  EXPECT_EQ(found(dossier.findings, "dossier.component-missing"), kOneWarning);
}

TEST(DossierCheck, WithoutAProcedureNothingIsMissed) {
  EXPECT_TRUE(dossier_of({paper("giay-chung-sinh")}).findings.empty());
  EXPECT_TRUE(dossier_of({paper("giay-chung-sinh")}, "9.999999").findings.empty());
}

TEST(DossierCheck, ProcedureMayStandOnAPaper) {
  Paper receipt = paper("to-khai");
  receipt.fields.push_back(field("ma_thu_tuc", "1.009999.000.00.00.H40"));
  EXPECT_EQ(found(dossier_of({receipt}).findings, "dossier.component-missing"), kOneError);
}

TEST(DossierCheck, ProcedureInDoubtIsNotUsed) {
  Paper receipt = paper("to-khai");
  receipt.fields.push_back(field("ma_thu_tuc", "1.009999"));
  receipt.fields.back().doubt = FieldDoubt::kLowConfidence;
  EXPECT_TRUE(dossier_of({receipt}).findings.empty());
}

TEST(DossierCheck, DeclaredProcedureCountsFirst) {
  Paper receipt = paper("to-khai");
  receipt.fields.push_back(field("ma_thu_tuc", "1.009999"));
  EXPECT_TRUE(dossier_of({receipt}, "9.999999").findings.empty());
}

TEST(DossierCheck, NumberWithAnotherNameIsTold) {
  const Dossier dossier = dossier_of({paper("to-khai", "Trần Văn Mẫu", "001190004567"),
                                      paper("giay-uy-quyen", "Lê Thị Ẩn", "001190004567")});
  EXPECT_EQ(found(dossier.findings, "dossier.name-other"), kOneWarning);
}

TEST(DossierCheck, NameSpeltOtherwiseIsTold) {
  const Dossier dossier = dossier_of({paper("to-khai", "Trần Văn Mẫu", "001190004567"),
                                      paper("giay-uy-quyen", "Trần Văn Mẩu", "001190004567")});
  EXPECT_EQ(found(dossier.findings, "dossier.name-spelling"), kOneWarning);
  EXPECT_TRUE(found(dossier.findings, "dossier.name-other").empty());
}

TEST(DossierCheck, NamesThatAgreeOrStandAloneAreFine) {
  EXPECT_TRUE(dossier_of({paper("to-khai", "Trần Văn Mẫu", "001190004567"),
                          paper("giay-uy-quyen", "TRẦN VĂN MẪU", "001190004567"),
                          paper("giay-uy-quyen", "Lê Thị Ẩn", "001190004568"),
                          paper("giay-uy-quyen", "Lê Thị Ẩm", "")})
                  .findings.empty());
}

TEST(DossierCheck, NamesByHandAreNotCompared) {
  Paper by_hand = paper("giay-uy-quyen", "Lê Thị Ẩn", "001190004567");
  by_hand.fields[0].by_hand = true;
  EXPECT_TRUE(
      dossier_of({paper("to-khai", "Trần Văn Mẫu", "001190004567"), by_hand}).findings.empty());
}

TEST(DossierCheck, SecretPaperIsAnError) {
  Paper secret = paper("to-khai");
  secret.fields.push_back(field("do_mat", "MẬT"));
  const Dossier dossier = dossier_of({secret, paper("giay-uy-quyen")});
  EXPECT_EQ(found(dossier.papers[0].findings, "paper.secret"), kOneError);
  EXPECT_TRUE(dossier.papers[1].findings.empty());
}

TEST(DossierCheck, CopiesAndCardsNeedNotBeKept) {
  const Dossier dossier = dossier_of({paper("ban-sao-chung-thuc"), paper("can-cuoc")});
  EXPECT_EQ(found(dossier.papers[0].findings, "paper.certified-copy"), kOneWarning);
  EXPECT_EQ(found(dossier.papers[1].findings, "paper.shown-only"), kOneWarning);
}

}  // namespace
}  // namespace sohoa
