#pragma once

#include "pipeline/package/export/export_metadata.h"
#include "pipeline/package/export/package_profile.h"
#include "pipeline/package/xml/xml_writer.h"

namespace sohoa {

/// The XML of a file's or document's description: an element a field, in the profile's order;
/// fields without a value are left out.
void write_description(const FieldValues& values, const ProfileDescription& description,
                       PackageType type, const std::string& schema_url, XmlWriter& xml);

/// The XML Schema of such descriptions, our own words: it lets in what the profile names.
void write_description_schema(const ProfileDescription& description, PackageType type,
                              XmlWriter& xml);

}  // namespace sohoa
