#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/package/export/package_draft.h"
#include "pipeline/package/export/package_profile.h"

namespace sohoa {

/// The XML schemas that travel with a package.
class PackageSchemas {
 public:
  /// Adds to the draft those of `supplied` (a folder; may be empty), and the profile's own where
  /// none of the same name is supplied. Throws Error (kInput) as supplied_schemas does.
  PackageSchemas(const std::filesystem::path& supplied, const PackageProfile& profile,
                 PackageType type, PackageDraft& draft);

  const std::vector<DraftFile>& files() const { return files_; }
  std::vector<std::string> paths() const;  // from the package's folder

  /// Of a description's schema, relative to a folder of the package; "" when it does not travel.
  std::string url_of(const ProfileDescription& description, const std::string& folder) const;

 private:
  bool has(const std::string& path) const;

  std::vector<DraftFile> files_;
};

}  // namespace sohoa
