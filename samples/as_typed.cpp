#include "samples/as_typed.h"

#include <algorithm>

#include "samples/world.h"

namespace sohoa {

namespace {

std::string without_spaces(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  return text;
}

std::string without_degree(const std::string& name) {
  const std::size_t space = name.find(' ');
  return name.find('.') < space ? name.substr(space + 1) : name;
}

std::string position(const std::string& text) {
  for (const std::string lead : {"Phó ", "Chánh ", "Quyền "}) {
    if (text.starts_with(lead)) return lead + sentence(text.substr(lead.size()));
  }
  return text;
}

}  // namespace

std::string as_typed(const std::string& field, const std::string& value) {
  if (field.starts_with("so_dien_thoai")) return without_spaces(value);
  for (const std::string unit : {" m²", " m"}) {
    if (value.ends_with(unit)) return value.substr(0, value.size() - unit.size());
  }
  if (field == "nguoi_ky") return without_degree(value);
  if (field == "chuc_vu") return position(value);
  return value;
}

}  // namespace sohoa
