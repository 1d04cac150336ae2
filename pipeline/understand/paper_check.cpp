#include "pipeline/understand/paper_check.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "models/papers/identifiers.h"

namespace sohoa {

namespace {

constexpr std::size_t kYearDigits = 4;

Field* field_named(Paper& paper, const std::string& name) {
  const auto found = std::find_if(paper.fields.begin(), paper.fields.end(), [&](const Field& one) {
    return !name.empty() && one.name == name && !one.normalized.empty();
  });
  return found == paper.fields.end() ? nullptr : &*found;
}

/// Of "2026-03-14" or "2026".
std::optional<int> year_of(const Field& field) {
  int year = 0;
  const char* text = field.normalized.data();
  if (field.normalized.size() < kYearDigits) return std::nullopt;
  const auto [end, failed] = std::from_chars(text, text + kYearDigits, year);
  if (failed != std::errc() || end != text + kYearDigits) return std::nullopt;
  return year;
}

void doubt(Field& field) {
  if (field.doubt == FieldDoubt::kNone) field.doubt = FieldDoubt::kPatternNotMet;
}

void find(Paper& paper, const char* code, const std::string& reason, const Field& field) {
  paper.findings.push_back(
      {code, Severity::kWarning, paper.name, reason, "compare it with the paper", field.box});
}

void check_person(const KindPerson& person, Paper& paper) {
  Field* number = field_named(paper, person.number);
  if (number == nullptr) return;
  const std::optional<PersonalNumber> told = personal_number(number->normalized);
  if (!told) return;
  Field* birth = field_named(paper, person.birth);
  Field* sex = field_named(paper, person.sex);
  bool agrees = true;
  if (const std::optional<int> year = birth != nullptr ? year_of(*birth) : std::nullopt) {
    if (*year != told->birth_year) {
      find(paper, "field.number-birth", "a personal number does not fit the year of birth",
           *number);
      doubt(*number);
      doubt(*birth);
      agrees = false;
    }
  }
  if (sex != nullptr && (sex->normalized == "Nam") != (told->sex == Sex::kMale)) {
    find(paper, "field.number-sex", "a personal number does not fit the sex", *number);
    doubt(*number);
    doubt(*sex);
    agrees = false;
  }
  const bool checked = agrees && birth != nullptr && year_of(*birth);
  if (checked && number->method == FieldMethod::kPrint && !number->by_hand) {
    number->method = FieldMethod::kCrossChecked;
  }
}

void check_type(const PaperKind& kind, Paper& paper) {
  Field* number = field_named(paper, "so_ky_hieu");
  if (number == nullptr || kind.abbreviation.empty()) return;
  const std::size_t slash = number->normalized.rfind('/');
  if (slash == std::string::npos) return;
  const std::string symbol = number->normalized.substr(slash + 1);
  if (symbol == kind.abbreviation || symbol.starts_with(kind.abbreviation + "-")) return;
  find(paper, "field.number-type", "the type in its number is not that of its title", *number);
  doubt(*number);
}

void check_dates(Paper& paper) {
  Field* issued = field_named(paper, "ngay_ban_hanh");
  Field* valid_to = field_named(paper, "hieu_luc");
  constexpr std::size_t kDayCharacters = 10;
  const auto is_day = [](const Field* field) {
    return field != nullptr && field->normalized.size() == kDayCharacters &&
           field->normalized[kYearDigits] == '-';
  };
  // Days of ISO 8601 are ordered as texts are.
  if (!is_day(issued) || !is_day(valid_to) || valid_to->normalized >= issued->normalized) return;
  find(paper, "field.date-order", "it ceases to be valid before it was issued", *valid_to);
  doubt(*valid_to);
  doubt(*issued);
}

}  // namespace

void check_paper(const PaperKind* kind, Paper& paper) {
  check_dates(paper);
  if (kind == nullptr) return;
  for (const KindPerson& person : kind->persons) check_person(person, paper);
  check_type(*kind, paper);
}

}  // namespace sohoa
