#include "pipeline/package/export/description.h"

#include <set>

namespace sohoa {

void write_description(const FieldValues& values, const ProfileDescription& description,
                       PackageType type, const std::string& schema_url, XmlWriter& xml) {
  xml.begin(description.root);
  if (!schema_url.empty()) {
    xml.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    xml.attribute("xsi:noNamespaceSchemaLocation", schema_url);
  }
  for (const std::string& name : description.order[index_of(type)]) {
    const auto value = values.find(name);
    if (value == values.end()) continue;
    xml.element(description.field(name).elements[index_of(type)], value->second);
  }
  xml.end();
}

void write_description_schema(const ProfileDescription& description, PackageType type,
                              XmlWriter& xml) {
  std::set<std::string> elements;
  for (const std::string& name : description.order[index_of(type)]) {
    elements.insert(description.field(name).elements[index_of(type)]);
  }
  xml.begin("xs:schema").attribute("xmlns:xs", "http://www.w3.org/2001/XMLSchema");
  xml.attribute("elementFormDefault", "qualified");
  xml.begin("xs:element").attribute("name", description.root);
  // In any order: two fields may share an element, of which a sequence could not tell the next.
  xml.begin("xs:complexType").begin("xs:choice").attribute("minOccurs", "0");
  xml.attribute("maxOccurs", "unbounded");
  for (const std::string& element : elements) {
    xml.begin("xs:element").attribute("name", element).attribute("type", "xs:string").end();
  }
  xml.end().end().end().end();
}

}  // namespace sohoa
