#include "samples/script/facts.h"

#include <sstream>

#include "samples/land.h"
#include "samples/script/script.h"

namespace sohoa {

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
  if (found == facts_.end()) unknown_placeholder(path);
  if (const auto* person = std::get_if<Person>(&found->second)) {
    return rest == "born" ? person->born : person->issued;
  }
  const auto* date = std::get_if<Date>(&found->second);
  if (date == nullptr) unknown_placeholder(path);
  return days_later(*date, days);
}

Person Facts::person(const std::string& name) const {
  const auto found = facts_.find(name);
  if (found == facts_.end() || !std::holds_alternative<Person>(found->second))
    unknown_placeholder(name);
  return std::get<Person>(found->second);
}

Wording Facts::look_up(const std::string& path) {
  const auto [first, rest] = parted(path);
  const auto [name, days] = with_offset(first);
  const auto found = facts_.find(name);
  if (found == facts_.end()) unknown_placeholder(path);
  if (days != 0) return wording_of(date(first), rest);
  return std::visit([&form = rest](const auto& fact) { return wording_of(fact, form); },
                    found->second);
}

Wording Facts::call(const std::string& name, const std::string& arguments) {
  if (name == "pick") return fill(random_->pick(columns(arguments, " / ")));
  std::istringstream numbers(arguments);
  int first = 0, second = 0;
  numbers >> first >> second;
  if (name == "random") return plain(std::to_string(random_->whole(first, second)));
  if (name == "two") return plain(two_digits(random_->whole(first, second)));
  if (name == "digits") return plain(digits(first));
  unknown_placeholder(name);
}

std::string Facts::digits(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += static_cast<char>('0' + random_->whole(0, 9));
  return text;
}

}  // namespace sohoa
