#include "samples/script/facts.h"

#include <sstream>

#include "samples/land.h"
#include "samples/script/script.h"

namespace sohoa {

namespace {

Wording plain(const std::string& text) { return {text, text}; }

[[noreturn]] void unknown(const std::string& path) {
  fail("{" + path + "}", "no such placeholder");
}

/// The first part of a dotted path, and what follows.
std::pair<std::string, std::string> parted(const std::string& path) {
  const std::size_t dot = path.find('.');
  if (dot == std::string::npos) return {path, {}};
  return {path.substr(0, dot), path.substr(dot + 1)};
}

Wording of(const Wording& text, const std::string& form) {
  if (form.empty()) return text;
  if (form == "upper") return {upper(text.shown), text.typed};
  if (form == "sentence") return {sentence(text.shown), sentence(text.typed)};
  unknown(form);
}

Wording of(const Date& date, const std::string& form) {
  if (form.empty()) return {slashed(date), iso(date)};
  if (form == "text") return {spelled(date), iso(date)};
  if (form == "words") return {in_words(date), in_words(date)};
  if (form == "day") return plain(two_digits(date.day));
  if (form == "month") return plain(month_digits(date.month));
  if (form == "year") return plain(std::to_string(date.year));
  const char part = form == "dots" ? '.' : form == "dashes" ? '-' : '\0';
  if (part == '\0') unknown(form);
  std::string text = slashed(date);
  for (char& c : text) c = c == '/' ? part : c;
  return {text, iso(date)};
}

Wording of(long long number, const std::string& form) {
  if (form.empty()) return plain(std::to_string(number));
  if (form == "grouped") return {grouped(number), std::to_string(number)};
  if (form == "words") return plain(spelled_number(number));
  if (form == "two") return {two_digits(static_cast<int>(number)), std::to_string(number)};
  unknown(form);
}

Wording of(const Place& place, const std::string& form) {
  if (form.empty()) return plain(place.address());
  if (form == "hamlet") return plain(place.hamlet);
  if (form == "commune") return plain(place.commune);
  if (form == "Commune") return plain(sentence(place.commune));
  if (form == "COMMUNE") return {upper(place.commune), place.commune};
  if (form == "province") return plain(place.province);
  if (form == "PROVINCE") return {upper(place.province), place.province};
  if (form == "seat") return plain(place.seat);
  unknown(form);
}

/// "received+10" → "received" and 10.
std::pair<std::string, int> with_offset(const std::string& name) {
  const std::size_t sign = name.find_first_of("+-");
  if (sign == std::string::npos) return {name, 0};
  return {name.substr(0, sign), std::atoi(name.c_str() + sign)};
}

Wording of(const Person& person, const std::string& path) {
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
  if (day == "born") return of(days_later(person.born, days), rest);
  if (day == "issued") return of(days_later(person.issued, days), rest);
  if (form == "home") return of(person.home, rest);
  unknown(path);
}

}  // namespace

Facts::Facts(const Case& it, Random& random) : random_(&random) {
  set("applicant", it.applicant);
  set("spouse", it.spouse);
  set("child", it.child);
  set("neighbour", it.neighbour);
  set("chairman", it.chairman);
  set("clerk", it.clerk);
  set("place", it.place);
  set("received", it.received);
  set("code", plain(it.dossier_code));
  set("plot", static_cast<long long>(it.parcel.number));
  set("map_sheet", static_cast<long long>(it.parcel.map_sheet));
  set("area", Wording{area_text(it.parcel), area_number(it.parcel)});
  set("area_words", plain(area_in_words(it.parcel)));
  set("serial", plain(it.parcel.serial));
  set("register", plain(it.parcel.register_number));
  set("certified", it.parcel.issued);
  set("shop", plain(it.shop.name));
  set("trade", plain(it.shop.trade));
  set("capital", it.shop.capital);
}

Wording Facts::fill(std::string_view text) {
  Wording result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '{') {
      result.shown += text[at];
      result.typed += text[at];
      continue;
    }
    int depth = 0;
    std::size_t end = at;
    for (; end < text.size(); ++end) {
      if (text[end] == '{') ++depth;
      if (text[end] == '}' && --depth == 0) break;
    }
    if (end == text.size()) fail(std::string(text.substr(at, 40)), "this brace is not closed");
    const std::string inside(text.substr(at + 1, end - at - 1));
    const std::size_t space = inside.find(' ');
    const Wording value = space == std::string::npos
                              ? look_up(inside)
                              : call(inside.substr(0, space), inside.substr(space + 1));
    result.shown += value.shown;
    result.typed += value.typed;
    at = end;
  }
  return result;
}

Date Facts::date(const std::string& path) const {
  const auto [first, rest] = parted(path);
  const auto [name, days] = with_offset(first);
  const auto found = facts_.find(name);
  if (found == facts_.end()) unknown(path);
  if (const auto* person = std::get_if<Person>(&found->second)) {
    return rest == "born" ? person->born : person->issued;
  }
  const auto* date = std::get_if<Date>(&found->second);
  if (date == nullptr) unknown(path);
  return days_later(*date, days);
}

Person Facts::person(const std::string& name) const {
  const auto found = facts_.find(name);
  if (found == facts_.end() || !std::holds_alternative<Person>(found->second)) unknown(name);
  return std::get<Person>(found->second);
}

Wording Facts::look_up(const std::string& path) {
  const auto [first, rest] = parted(path);
  const auto [name, days] = with_offset(first);
  const auto found = facts_.find(name);
  if (found == facts_.end()) unknown(path);
  if (days != 0) return of(date(first), rest);
  return std::visit([&form = rest](const auto& fact) { return of(fact, form); }, found->second);
}

Wording Facts::call(const std::string& name, const std::string& arguments) {
  if (name == "pick") return fill(random_->pick(columns(arguments, " / ")));
  std::istringstream numbers(arguments);
  int first = 0, second = 0;
  numbers >> first >> second;
  if (name == "random") return plain(std::to_string(random_->whole(first, second)));
  if (name == "two") return plain(two_digits(random_->whole(first, second)));
  if (name == "digits") return plain(digits(first));
  unknown(name);
}

std::string Facts::digits(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += static_cast<char>('0' + random_->whole(0, 9));
  return text;
}

}  // namespace sohoa
