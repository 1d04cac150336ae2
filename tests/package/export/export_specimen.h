#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "pipeline/base/json.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/package/export/export.h"

namespace sohoa::test {

/// Metadata that lacks nothing, of an invented office.
Json specimen_metadata();

/// The files of a zip by name, without the folder that holds them all.
std::map<std::string, std::string> texts_of(const std::filesystem::path& zip);

/// The distinct codes of findings, in order.
std::vector<std::string> codes_of(const std::vector<Finding>& findings);

/// "code subject" of each finding.
std::vector<std::string> places_of(const std::vector<Finding>& findings);

/// A specimen record in a folder, and exports of it.
class Exporting : public testing::Test {
 protected:
  Exporting();

  std::filesystem::path record() const { return folder_.path() / "record.zip"; }
  std::filesystem::path output() const { return folder_.path() / "out.zip"; }

  std::vector<Finding> try_export(ExportKind kind, PackageType type = PackageType::kAip) const;
  /// The files of the export, which must succeed.
  std::map<std::string, std::string> exported(ExportKind kind,
                                              PackageType type = PackageType::kAip) const;

  TemporaryFolder folder_;
  Json metadata_ = specimen_metadata();
  std::filesystem::path schemas_;
};

}  // namespace sohoa::test
