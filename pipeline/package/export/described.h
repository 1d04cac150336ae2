#pragma once

#include <string>
#include <vector>

#include "models/record/package.h"
#include "pipeline/package/export/export_metadata.h"
#include "pipeline/package/export/package_profile.h"

namespace sohoa {

struct DescribedDocument {
  const Paper* paper = nullptr;
  int ordinal = 0;   // from 1
  std::string stem;  // of its PDF and of its description
  FieldValues values;
};

/// A record with the values of all fields that a package describes it by.
struct DescribedRecord {
  std::string file_code;
  FieldValues file;  // empty where the documents belong to no file
  std::vector<DescribedDocument> documents;
  std::vector<Finding> faults;  // of the metadata: with any, nothing may be written
};

/// Brings together what the operator states and what the record knows. A field that is not stated
/// is made as its profile says (`derived`):
///   documents, pages             counts (of the file, or of one document)
///   first-date, last-date        over the documents' issuedDate
///   agency                       the agency's name
///   document-code, file-code, ordinal      by the profile's templates
///   of-the-file                  the file's field of the same name
///   type                         the code for the paper's name
///   field, field-or-title        the first of `fields` that the paper has and nobody doubts
///   notation-number, notation-rest         "123/QĐ-UBND" → "123", "QĐ-UBND"
/// `record` must outlive the result.
DescribedRecord describe(const Record& record, const ExportMetadata& metadata,
                         const PackageProfile& profile, PackageType type);

}  // namespace sohoa
