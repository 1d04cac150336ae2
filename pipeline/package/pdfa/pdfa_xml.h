#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sohoa {

/// A name with its namespace resolved. A prefix that nobody declared makes the text ill-formed.
struct XmlName {
  std::string prefix;
  std::string space;
  std::string local;

  bool is(std::string_view in_space, std::string_view name) const {
    return space == in_space && local == name;
  }
};

struct XmlAttribute {
  XmlName name;
  std::string value;
};

struct XmlElement {
  XmlName name;
  std::vector<XmlAttribute> attributes;
  std::vector<XmlElement> children;
  std::string text;  // of this element alone, entities resolved
};

/// The root of XML text as XMP uses it: elements, attributes, text, the five entities, character
/// references, comments, processing instructions, no DOCTYPE. None when it is not well-formed or
/// nested deeper than 64.
std::optional<XmlElement> parse_xml(std::string_view text);

}  // namespace sohoa
