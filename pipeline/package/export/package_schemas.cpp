#include "pipeline/package/export/package_schemas.h"

#include <algorithm>

#include "pipeline/package/export/description.h"
#include "pipeline/package/export/relative_path.h"
#include "pipeline/package/export/supplied_schemas.h"

namespace sohoa {

PackageSchemas::PackageSchemas(const std::filesystem::path& supplied, const PackageProfile& profile,
                               PackageType type, PackageDraft& draft) {
  for (const auto& file : supplied_schemas(supplied)) {
    const std::string path = "schemas/" + file.filename().string();
    files_.push_back(draft.add_copy(path, "application/xml", file));
  }
  if (!profile.own_schemas) return;
  for (const auto* description : {&profile.file_description, &profile.document_description}) {
    const std::string path = "schemas/" + description->schema;
    if (has(path)) continue;
    files_.push_back(draft.add_xml(
        path, [&](XmlWriter& xml) { write_description_schema(*description, type, xml); }));
  }
}

std::vector<std::string> PackageSchemas::paths() const {
  std::vector<std::string> paths;
  for (const DraftFile& file : files_) paths.push_back(file.path);
  return paths;
}

std::string PackageSchemas::url_of(const ProfileDescription& description,
                                   const std::string& folder) const {
  const std::string path = "schemas/" + description.schema;
  return has(path) ? relative_url(folder, path) : std::string();
}

bool PackageSchemas::has(const std::string& path) const {
  return std::any_of(files_.begin(), files_.end(),
                     [&](const DraftFile& file) { return file.path == path; });
}

}  // namespace sohoa
