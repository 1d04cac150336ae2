#pragma once

#include <string>

#include "pipeline/package/export/described.h"
#include "pipeline/package/export/template_text.h"

namespace sohoa {

/// What values are derived from; all of it must live longer.
struct DerivedFrom {
  const Record& record;
  const ExportMetadata& metadata;
  const PackageProfile& profile;
  PackageType type;
  const DescribedRecord&
      described;  // with the file's code, and the documents for the file's values
};

/// A field's value as its profile says (`derived`, see described.h); "" where there is none.
std::string derived_of_file(const ProfileField& field, const DerivedFrom& from);
std::string derived_of_document(const ProfileField& field, const DescribedDocument& document,
                                const DerivedFrom& from);

/// What the profile's templates of a document may speak of.
TemplateWords words_of_document(const std::string& file_code, int ordinal);

}  // namespace sohoa
