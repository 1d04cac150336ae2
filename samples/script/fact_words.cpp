// Names for what a script uses more than once.

#include <sstream>

#include "samples/script/press.h"

namespace sohoa {

namespace {

std::istringstream arguments_of(const std::string& rest) { return std::istringstream(rest); }

/// let NAME text
void let(Press& press, const std::string& rest) {
  const std::size_t space = rest.find(' ');
  if (space == std::string::npos) fail("let " + rest, "has a name and no text");
  press.facts.set(rest.substr(0, space), press.facts.fill(rest.substr(space + 1)));
}

/// date NAME FROM TO, days after the dossier was received
void set_date(Press& press, const std::string& rest) {
  auto words = arguments_of(rest);
  std::string name;
  int from = 0, to = 0;
  if (!(words >> name >> from >> to)) fail("date " + rest, "wants NAME FROM TO");
  press.facts.set(name, days_later(press.it.received, press.random.whole(from, to)));
}

/// number NAME FROM TO [STEP]
void set_number(Press& press, const std::string& rest) {
  auto words = arguments_of(rest);
  std::string name;
  int from = 0, to = 0;
  long long step = 1;
  if (!(words >> name >> from >> to)) fail("number " + rest, "wants NAME FROM TO [STEP]");
  words >> step;
  press.facts.set(name, press.random.whole(from, to) * step);
}

/// person NAME male|female|any FROM TO, years of birth
void set_person(Press& press, const std::string& rest) {
  auto words = arguments_of(rest);
  std::string name, sex;
  int from = 0, to = 0;
  if (!(words >> name >> sex >> from >> to)) fail("person " + rest, "wants NAME SEX FROM TO");
  const bool male = sex == "male" || (sex == "any" && press.random.chance(0.5));
  press.facts.set(
      name, some_person(press.random, press.it.place, male ? Sex::kMale : Sex::kFemale, from, to));
}

constexpr Word kWords[] = {
    {"let", let}, {"date", set_date}, {"number", set_number}, {"person", set_person}};

}  // namespace

std::span<const Word> fact_words() { return kWords; }

}  // namespace sohoa
