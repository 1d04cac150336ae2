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
  const std::size_t stop = name.find(". ");
  return stop == std::string::npos ? name : name.substr(stop + 2);
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
  if (field == "nguoi_ky") return without_degree(value);
  if (field == "chuc_vu") return position(value);
  return value;
}

}  // namespace sohoa
