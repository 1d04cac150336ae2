#include "pipeline/package/export/package_identity.h"

#include <algorithm>

#include "pipeline/base/uuid.h"
#include "pipeline/package/export/field_rules.h"
#include "pipeline/package/export/template_text.h"
#include "pipeline/package/package_names.h"

namespace sohoa {

namespace {

Finding missing(const char* place) {
  return metadata_fault("metadata.missing", place, "is mandatory and has no value",
                        "state it in the metadata file");
}

}  // namespace

std::string uuid_of(const RecordSource& source, const ExportSettings& settings,
                    const PackageProfile& profile) {
  std::string name = profile.name + "\n" + name_of(settings.type) + "\n" + source.record_sha256() +
                     "\n" + settings.program_version + "\n" + settings.metadata.sha256;
  return name_based_uuid(kSohoaNamespace, name);
}

std::string object_id_of(const RecordSource& source, const ExportSettings& settings,
                         const PackageProfile& profile) {
  return filled(
      profile.object_id[index_of(settings.type)],
      {{"fonds", settings.metadata.fonds.code}, {"uuid", uuid_of(source, settings, profile)}});
}

std::string folder_of_object(std::string object_id) {
  std::replace(object_id.begin(), object_id.end(), ':', '_');
  return object_id;
}

std::vector<Finding> faults_of_parties(const RecordSource& source, const ExportSettings& settings,
                                       const PackageProfile& profile) {
  const ExportMetadata& metadata = settings.metadata;
  std::vector<Finding> faults;
  const std::string& form = profile.object_id[index_of(settings.type)];
  if (form.find("{fonds}") != std::string::npos && metadata.fonds.code.empty()) {
    faults.push_back(missing("fonds.code"));
  }
  if (metadata.agency.name.empty()) faults.push_back(missing("agency.name"));
  if (profile.agency_code_mandatory && metadata.agency.code.empty()) {
    faults.push_back(missing("agency.code"));
  }
  const std::string folder = folder_of_object(object_id_of(source, settings, profile));
  if (safe_file_name(folder) != folder) {
    faults.push_back(metadata_fault("metadata.pattern", "fonds.code",
                                    "cannot be part of a folder's name", "correct it"));
  }
  return faults;
}

}  // namespace sohoa
