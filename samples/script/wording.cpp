#include "samples/script/wording.h"

#include <cstdlib>

#include "samples/script/script.h"

namespace sohoa {

Wording plain(const std::string& text) { return {text, text}; }

void unknown_placeholder(const std::string& path) { fail("{" + path + "}", "no such placeholder"); }

std::pair<std::string, std::string> parted(const std::string& path) {
  const std::size_t dot = path.find('.');
  if (dot == std::string::npos) return {path, {}};
  return {path.substr(0, dot), path.substr(dot + 1)};
}

Wording wording_of(const Wording& text, const std::string& form) {
  if (form.empty()) return text;
  if (form == "upper") return {upper(text.shown), text.typed};
  if (form == "sentence") return {sentence(text.shown), sentence(text.typed)};
  unknown_placeholder(form);
}

Wording wording_of(const Date& date, const std::string& form) {
  if (form.empty()) return {slashed(date), iso(date)};
  if (form == "text") return {spelled(date), iso(date)};
  if (form == "words") return {in_words(date), in_words(date)};
  if (form == "day") return plain(two_digits(date.day));
  if (form == "month") return plain(month_digits(date.month));
  if (form == "year") return plain(std::to_string(date.year));
  const char part = form == "dots" ? '.' : form == "dashes" ? '-' : '\0';
  if (part == '\0') unknown_placeholder(form);
  std::string text = slashed(date);
  for (char& c : text) c = c == '/' ? part : c;
  return {text, iso(date)};
}

Wording wording_of(long long number, const std::string& form) {
  if (form.empty()) return plain(std::to_string(number));
  if (form == "grouped") return {grouped(number), std::to_string(number)};
  if (form == "words") return plain(spelled_number(number));
  if (form == "two") return {two_digits(static_cast<int>(number)), std::to_string(number)};
  unknown_placeholder(form);
}

Wording wording_of(const Place& place, const std::string& form) {
  if (form.empty()) return plain(place.address());
  if (form == "hamlet") return plain(place.hamlet);
  if (form == "commune") return plain(place.commune);
  if (form == "Commune") return plain(sentence(place.commune));
  if (form == "COMMUNE") return {upper(place.commune), place.commune};
  if (form == "province") return plain(place.province);
  if (form == "PROVINCE") return {upper(place.province), place.province};
  if (form == "seat") return plain(place.seat);
  if (form == "SEAT") return plain(upper(place.seat));
  unknown_placeholder(form);
}

std::pair<std::string, int> with_offset(const std::string& name) {
  const std::size_t sign = name.find_first_of("+-");
  if (sign == std::string::npos) return {name, 0};
  return {name.substr(0, sign), std::atoi(name.c_str() + sign)};
}

Wording wording_of(const Person& person, const std::string& path) {
  const bool male = person.sex == Sex::kMale;
  const auto [form, rest] = parted(path);
  if (form == "name") return plain(person.name());
  if (form == "NAME") return {upper(person.name()), person.name()};
  if (form == "family") return plain(person.family);
  if (form == "given") return plain(person.given);
  if (form == "number") return plain(person.number);
  if (form == "people") return plain(person.people);
  if (form == "phone") return plain(person.phone);
  if (form == "sex") return plain(male ? "Nam" : "Nữ");
  if (form == "SEX") return {male ? "NAM" : "NỮ", male ? "Nam" : "Nữ"};
  if (form == "mr") return plain(male ? "ông" : "bà");
  if (form == "Mr") return plain(male ? "Ông" : "Bà");
  const auto [day, days] = with_offset(form);
  if (day == "born") return wording_of(days_later(person.born, days), rest);
  if (day == "issued") return wording_of(days_later(person.issued, days), rest);
  if (form == "home") return wording_of(person.home, rest);
  unknown_placeholder(path);
}

}  // namespace sohoa
