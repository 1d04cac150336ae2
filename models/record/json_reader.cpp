#include "models/record/json_reader.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "pipeline/base/error.h"
#include "pipeline/base/printable.h"

namespace sohoa {

namespace {

bool is_whole(const Json& value) {
  return value.is_number_unsigned() ||
         (value.is_number_integer() && value.get<std::int64_t>() >= 0);
}

bool is_count(const Json& value) {
  return is_whole(value) &&
         value.get<std::uint64_t>() <= std::uint64_t{std::numeric_limits<int>::max()};
}

}  // namespace

JsonReader::JsonReader(const Json& value, std::string place, std::string remedy)
    : value_(value), place_(std::move(place)), remedy_(std::move(remedy)) {
  if (!value_.is_object()) fail("", "is not an object");
}

void JsonReader::fail(const std::string& member, const std::string& reason) const {
  throw Error(ExitCode::kInput, place_of(member), reason, remedy_);
}

std::string JsonReader::place_of(const std::string& member) const {
  if (member.empty()) return place_;
  return place_.empty() ? member : place_ + "." + member;
}

const Json& JsonReader::member_of(const char* member) const {
  const auto found = value_.find(member);
  if (found == value_.end()) fail(member, "is missing");
  return *found;
}

std::string JsonReader::text(const char* member) const {
  const Json& value = member_of(member);
  if (!value.is_string()) fail(member, "is not a string");
  return value.get<std::string>();
}

std::string JsonReader::optional_text(const char* member) const {
  return has(member) ? text(member) : std::string();
}

double JsonReader::number(const char* member) const {
  const Json& value = member_of(member);
  if (!value.is_number() || !std::isfinite(value.get<double>())) fail(member, "is not a number");
  return value.get<double>();
}

int JsonReader::integer(const char* member) const {
  const Json& value = member_of(member);
  if (!is_count(value)) fail(member, "is not a whole number from 0 on");
  return value.get<int>();
}

std::uint64_t JsonReader::bytes(const char* member) const {
  const Json& value = member_of(member);
  if (!is_whole(value)) fail(member, "is not a whole number from 0 on");
  return value.get<std::uint64_t>();
}

bool JsonReader::flag(const char* member) const {
  const Json& value = member_of(member);
  if (!value.is_boolean()) fail(member, "is neither true nor false");
  return value.get<bool>();
}

JsonReader JsonReader::object(const char* member) const {
  return JsonReader(member_of(member), place_of(member), remedy_);
}

const Json& JsonReader::array(const char* member) const {
  const Json& value = member_of(member);
  if (!value.is_array()) fail(member, "is not an array");
  return value;
}

std::vector<std::string> JsonReader::texts(const char* member) const {
  std::vector<std::string> texts;
  for (const Json& value : array(member)) {
    if (!value.is_string()) fail(member, "holds something that is not a string");
    texts.push_back(value.get<std::string>());
  }
  return texts;
}

std::vector<std::string> JsonReader::names() const {
  std::vector<std::string> names;
  for (const auto& item : value_.items()) names.push_back(item.key());
  return names;
}

std::vector<int> JsonReader::integers(const char* member) const {
  std::vector<int> numbers;
  for (const Json& value : array(member)) {
    if (!is_count(value)) fail(member, "holds something that is not a whole number from 0 on");
    numbers.push_back(value.get<int>());
  }
  return numbers;
}

void JsonReader::expect_only(std::initializer_list<std::string_view> known) const {
  for (const auto& item : value_.items()) {
    if (std::find(known.begin(), known.end(), item.key()) == known.end()) {
      fail(printable(item.key()), "is not known here");
    }
  }
}

}  // namespace sohoa
