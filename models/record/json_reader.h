#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "models/record/json_names.h"
#include "pipeline/base/json.h"

namespace sohoa {

/// Takes the members of one JSON object, each by name and kind, and knows where it stands, so that
/// an error can say `dossier.pages[3].dpi.x`. Every mismatch is an Error (kInput).
class JsonReader {
 public:
  JsonReader(const Json& value, std::string place,
             std::string remedy = "use a record that this version of sohoa wrote");

  std::string text(const char* member) const;
  std::string optional_text(const char* member) const;  // "" when it is absent
  double number(const char* member) const;
  int integer(const char* member) const;  // 0 … 2³¹ − 1
  std::uint64_t bytes(const char* member) const;
  bool flag(const char* member) const;
  bool has(const char* member) const { return value_.contains(member); }
  JsonReader object(const char* member) const;
  const Json& value(const char* member) const { return member_of(member); }

  template <typename Enum, std::size_t Count>
  Enum choice(const char* member, const NameTable<Enum, Count>& names) const {
    const std::string word = text(member);
    for (const auto& [entry, name] : names) {
      if (name == word) return entry;
    }
    fail(member, "is not one of the known words");
  }

  /// Calls `take(JsonReader)` for each object of the array.
  template <typename Take>
  void each(const char* member, Take take) const {
    const Json& list = array(member);
    for (std::size_t i = 0; i < list.size(); ++i) {
      take(JsonReader(list[i], place_of(member) + "[" + std::to_string(i) + "]", remedy_));
    }
  }

  /// For an array of strings.
  std::vector<std::string> texts(const char* member) const;

  /// For an object whose members the caller does not know: their names.
  std::vector<std::string> names() const;

  /// For an array of whole numbers.
  std::vector<int> integers(const char* member) const;

  /// Throws when the object has a member that is not in `known`.
  void expect_only(std::initializer_list<std::string_view> known) const;

  [[noreturn]] void fail(const std::string& member, const std::string& reason) const;

 private:
  const Json& member_of(const char* member) const;
  const Json& array(const char* member) const;
  std::string place_of(const std::string& member) const;

  const Json& value_;
  std::string place_;
  std::string remedy_;  // of every error
};

}  // namespace sohoa
