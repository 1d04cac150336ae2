#pragma once

#include <string>
#include <vector>

#include "models/papers/rule.h"

namespace sohoa {

/// Where a paper shows what, and so how its fields are found.
enum class PaperLayout {
  kAdministrative,  // the cells of decree 30/2020, annex I
  kForm,            // labels, and answers on dotted lines
  kCertificate,
  kContract,
  kCard
};

/// What an answer must look like.
enum class FieldType {
  kText,
  kPerson,  // a name
  kDate,
  kYear,
  kPersonalNumber,  // twelve digits, nine of an old card
  kSex,
  kPlace,
  kNumber,  // with the unit that may follow
  kMoney,
  kDocumentNumber,
  kAgency,
  kPhone,
  kChoice
};

/// A field that a label stands before.
struct KindField {
  std::string name;  // "ngay_sinh"
  FieldType type = FieldType::kText;
  std::vector<std::string> labels;   // as forms print them, without colon
  std::vector<std::string> section;  // headings one of which stands above the label; none: anywhere
};

/// Fields of one person on a paper, which must agree with each other. Names of KindFields; empty:
/// the paper does not tell.
struct KindPerson {
  std::string name;
  std::string number;
  std::string birth;  // a day or a year
  std::string sex;
};

/// One kind of paper that a desk meets: a file of models/papers/kinds.
struct PaperKind {
  std::string id;  // "to-khai-khai-sinh", stem of its file
  Wording title;
  PaperLayout layout = PaperLayout::kForm;
  std::string abbreviation;           // "QĐ"; of decree 30's types that have one
  std::string type_code;              // typeName of circular 05/2025: "02"; "32" other
  std::vector<std::string> titles;    // as printed; case does not count
  std::vector<std::string> decisive;  // wherever one stands, it is this kind: what stamps say
  std::vector<std::string> phrases;   // speak for the kind where its title cannot be read
  std::vector<std::string> inside;    // how its later pages may begin
  int pages_max = 0;                  // 0: any number
  bool shown_only = false;  // citizens show it and keep it: circular 01/2023 lets it not be kept
  std::vector<KindField> fields;
  std::vector<KindPerson> persons;
};

/// All kinds that there are, by id. Throws Error (kDependency) when there is none, Error (kInput)
/// naming file and member that are not as they must be.
std::vector<PaperKind> load_kinds();

/// Null for an id that is none.
const PaperKind* kind_of(const std::vector<PaperKind>& kinds, const std::string& id);

}  // namespace sohoa
