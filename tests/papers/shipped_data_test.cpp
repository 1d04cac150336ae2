#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "models/papers/agency_names.h"
#include "models/papers/kind.h"
#include "models/papers/procedure.h"
#include "models/papers/signers.h"
#include "pipeline/base/text.h"

namespace sohoa {
namespace {

/// As the finder of titles compares: letters and digits alone, without case.
std::string folded(const std::string& text) {
  std::string folded;
  for (const char c : case_folded(text)) {
    const bool counts = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (counts) folded += c;
  }
  return folded;
}

bool is_identifier(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

void expect_said(const Wording& wording, const std::string& of) {
  EXPECT_FALSE(wording.vi.empty()) << of;
  EXPECT_FALSE(wording.en.empty()) << of;
  EXPECT_TRUE(is_nfc(wording.vi)) << of;
}

const std::vector<PaperKind>& kinds() {
  static const std::vector<PaperKind> kinds = load_kinds();
  return kinds;
}

TEST(ShippedKinds, AllLoad) {
  EXPECT_GE(kinds().size(), 60u);
  for (const PaperKind& kind : kinds()) {
    EXPECT_EQ(kind_of(kinds(), kind.id), &kind) << "once each";
    EXPECT_TRUE(is_identifier(kind.id)) << kind.id;
    expect_said(kind.title, kind.id);
    EXPECT_FALSE(kind.titles.empty()) << kind.id;
  }
  EXPECT_EQ(kind_of(kinds(), "khong-co"), nullptr);
}

TEST(ShippedKinds, HaveATypeOfTheArchivesList) {
  for (const PaperKind& kind : kinds()) {
    ASSERT_EQ(kind.type_code.size(), 2u) << kind.id;
    const int code = std::stoi(kind.type_code);
    EXPECT_GE(code, 1) << kind.id;
    EXPECT_LE(code, 32) << kind.id << ": circular 05/2025 has 32";
  }
}

TEST(ShippedKinds, EachTitleIsOfOneKindOnly) {
  std::map<std::string, std::string> seen;
  for (const PaperKind& kind : kinds()) {
    for (const std::string& title : kind.titles) {
      EXPECT_FALSE(folded(title).empty()) << kind.id;
      const auto [there, first] = seen.emplace(folded(title), kind.id);
      EXPECT_TRUE(first) << title << " of " << kind.id << " and " << there->second;
    }
  }
}

TEST(ShippedKinds, EachAbbreviationIsOfOneKindOnly) {
  std::map<std::string, std::string> seen;
  for (const PaperKind& kind : kinds()) {
    if (kind.abbreviation.empty()) continue;
    const auto [there, first] = seen.emplace(kind.abbreviation, kind.id);
    EXPECT_TRUE(first) << kind.abbreviation << " of " << kind.id << " and " << there->second;
  }
}

TEST(ShippedKinds, PhrasesAreEnoughToTellOrNone) {
  constexpr std::size_t kPhrasesMin = 3;  // classify() asks for as many on a page
  for (const PaperKind& kind : kinds()) {
    const std::set<std::string> phrases(kind.phrases.begin(), kind.phrases.end());
    EXPECT_EQ(phrases.size(), kind.phrases.size()) << kind.id << ": one stands there twice";
    // A small card has no room for more, its title must do.
    const bool enough = kind.phrases.size() >= kPhrasesMin || kind.layout == PaperLayout::kCard;
    EXPECT_TRUE(enough || kind.phrases.empty()) << kind.id;
  }
}

TEST(ShippedKinds, FieldsHaveNamesFitForRecordsAndLabels) {
  for (const PaperKind& kind : kinds()) {
    for (const KindField& field : kind.fields) {
      const std::string of = kind.id + "." + field.name;
      EXPECT_TRUE(is_identifier(field.name)) << of;
      EXPECT_FALSE(field.labels.empty()) << of;
      for (const std::string& label : field.labels) {
        EXPECT_FALSE(folded(label).empty()) << of;
        EXPECT_EQ(label.find(':'), std::string::npos) << of << ": labels stand without colon";
      }
    }
  }
}

TEST(ShippedProcedures, AllLoadAndAskForKindsThatThereAre) {
  const std::vector<Procedure> procedures = load_procedures();
  EXPECT_GE(procedures.size(), 10u);
  std::map<std::string, std::string> codes;
  for (const Procedure& procedure : procedures) {
    expect_said(procedure.title, procedure.id);
    EXPECT_FALSE(procedure.basis.empty()) << procedure.id;
    EXPECT_FALSE(procedure.codes.empty()) << procedure.id;
    for (const std::string& code : procedure.codes) {
      const auto [there, first] = codes.emplace(code, procedure.id);
      EXPECT_TRUE(first) << code << " of " << procedure.id << " and " << there->second;
    }
    const bool any_required =
        std::any_of(procedure.components.begin(), procedure.components.end(),
                    [](const Component& component) { return component.required; });
    EXPECT_TRUE(any_required) << procedure.id;
    for (const Component& component : procedure.components) {
      expect_said(component.title, procedure.id);
      EXPECT_GE(component.count_min, 1) << procedure.id;
      for (const std::string& kind : component.kinds) {
        EXPECT_NE(kind_of(kinds(), kind), nullptr) << procedure.id << " asks for " << kind;
      }
    }
  }
}

TEST(ShippedProcedures, AreKnownByCodeWithOrWithoutTheAgencysPart) {
  const std::vector<Procedure> procedures = load_procedures();
  const Procedure* birth = procedure_of(procedures, "1.001193");
  ASSERT_NE(birth, nullptr);
  EXPECT_EQ(birth->id, "dang-ky-khai-sinh");
  EXPECT_EQ(procedure_of(procedures, "1.001193.000.00.00.H40"), birth);
  EXPECT_EQ(procedure_of(procedures, "1.0011930"), nullptr);
  EXPECT_EQ(procedure_of(procedures, "1.00119"), nullptr);
  EXPECT_EQ(procedure_of(procedures, ""), nullptr);
}

TEST(ShippedAgencies, LoadInRightCase) {
  const AgencyNames names = load_agency_names();
  EXPECT_GE(names.names.size(), 50u);
  std::set<std::string> seen;
  for (const AgencyName& name : names.names) {
    EXPECT_TRUE(seen.insert(folded(name.name)).second) << name.name;
    EXPECT_TRUE(is_nfc(name.name)) << name.name;
    EXPECT_NE(case_folded(name.name), name.name) << name.name << " has no capital";
  }
  EXPECT_FALSE(names.heads.empty());
  EXPECT_FALSE(names.open_ended.empty());
  EXPECT_FALSE(names.places.empty());
}

TEST(ShippedSigners, LoadWithoutDoubles) {
  const SignerWords words = load_signer_words();
  for (const std::vector<std::string>* list :
       {&words.authorities, &words.positions, &words.declarants, &words.family_names}) {
    EXPECT_FALSE(list->empty());
    std::set<std::string> seen;
    for (const std::string& word : *list) {
      EXPECT_TRUE(is_nfc(word)) << word;
      EXPECT_TRUE(seen.insert(word).second) << word << " stands there twice";
    }
  }
}

}  // namespace
}  // namespace sohoa
