#include <algorithm>
#include <functional>
#include <regex>

#include "models/papers/identifiers.h"
#include "pipeline/package/conform/patterns.h"
#include "pipeline/package/conform/rules.h"

namespace sohoa {

namespace {

/// The day of reception in a dossier code, `…-YYMMDD-…`, must be one.
bool has_real_day(const std::string& code) {
  std::smatch day;
  if (!std::regex_search(code, day, std::regex("-(\\d{2})(\\d{2})(\\d{2})-"))) return true;
  return is_date(2000 + std::stoi(day[1]), std::stoi(day[2]), std::stoi(day[3]));
}

void check_dossier(const CheckedRecord& record, BreachList& breaches) {
  const std::string& code = record.declared.dossier_code;
  if (code.empty()) return;
  if (Patterns(breaches.rule().list("patterns")).meets_one(code) && has_real_day(code)) return;
  breaches.add(record.name, {{"value", code}});
}

void check_procedure(const CheckedRecord& record, BreachList& breaches) {
  const std::string& code = record.declared.procedure_code;
  if (code.empty() || Patterns(breaches.rule().list("patterns")).meets_one(code)) return;
  breaches.add(record.name, {{"value", code}});
}

void check_agency(const CheckedRecord& record, BreachList& breaches) {
  const ProfileRule& rule = breaches.rule();
  const std::string& code = record.declared.agency_code;
  const bool short_enough = static_cast<double>(code.size()) <= rule.number("length_max");
  if (code.empty() || (short_enough && Patterns(rule.list("patterns")).meets_one(code))) return;
  breaches.add(record.name, {{"value", code}});
}

/// A breach for each person whose number, well-formed, does not hold what it should.
void check_persons(const CheckedRecord& record, BreachList& breaches,
                   const std::function<bool(const DeclaredPerson&, const PersonalNumber&)>& holds) {
  for (std::size_t i = 0; i < record.declared.persons.size(); ++i) {
    const DeclaredPerson& person = record.declared.persons[i];
    const std::optional<PersonalNumber> number = personal_number(person.number);
    if (!number || holds(person, *number)) continue;
    breaches.add(record.name, {{"person", std::to_string(i + 1)}, {"province", number->province}});
  }
}

void check_personal(const CheckedRecord& record, BreachList& breaches) {
  for (std::size_t i = 0; i < record.declared.persons.size(); ++i) {
    if (personal_number(record.declared.persons[i].number)) continue;
    breaches.add(record.name, {{"person", std::to_string(i + 1)}});
  }
}

void check_sex(const CheckedRecord& record, BreachList& breaches) {
  check_persons(record, breaches, [](const DeclaredPerson& person, const PersonalNumber& number) {
    return person.sex.empty() || (person.sex == "nam") == (number.sex == Sex::kMale);
  });
}

void check_birth_date(const CheckedRecord& record, BreachList& breaches) {
  check_persons(record, breaches, [](const DeclaredPerson& person, const PersonalNumber& number) {
    if (person.birth_date.empty()) return true;
    std::smatch day;
    const bool written =
        std::regex_match(person.birth_date, day, std::regex("(\\d{4})-(\\d{2})-(\\d{2})"));
    return written && is_date(std::stoi(day[1]), std::stoi(day[2]), std::stoi(day[3])) &&
           std::stoi(day[1]) == number.birth_year;
  });
}

void check_province(const CheckedRecord& record, BreachList& breaches) {
  const std::vector<std::string>& known = breaches.rule().list("provinces");
  check_persons(record, breaches, [&](const DeclaredPerson&, const PersonalNumber& number) {
    return std::find(known.begin(), known.end(), number.province) != known.end();
  });
}

}  // namespace

std::vector<CheckOfRule> identifier_checks() {
  return {{"id.dossier", check_dossier},  {"id.procedure", check_procedure},
          {"id.agency", check_agency},    {"id.personal", check_personal},
          {"id.sex", check_sex},          {"id.birth-date", check_birth_date},
          {"id.province", check_province}};
}

}  // namespace sohoa
