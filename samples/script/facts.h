#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>

#include "samples/script/wording.h"

namespace sohoa {

using Fact = std::variant<Wording, Person, Place, Date, long long>;

/// What placeholders stand for: {applicant.name}, {received.text}, {random 1 30}. The list is in
/// samples/README.md.
class Facts {
 public:
  Facts(const Case& it, Random& random);

  void set(const std::string& name, Fact fact) { facts_[name] = std::move(fact); }
  /// The text with its placeholders filled in. Throws Error (kInput) for an unknown one.
  Wording fill(std::string_view text);
  /// Only what is shown.
  std::string shown(std::string_view text) { return fill(text).shown; }
  /// Throws Error (kInput) when there is no such date, or person.
  Date date(const std::string& path) const;
  Person person(const std::string& name) const;

 private:
  Wording look_up(const std::string& path);
  Wording call(const std::string& name, const std::string& arguments);
  std::string digits(int count);

  std::map<std::string, Fact> facts_;
  Random* random_;
};

}  // namespace sohoa
