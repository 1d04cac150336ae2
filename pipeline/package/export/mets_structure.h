#pragma once

#include <string>
#include <vector>

#include "pipeline/package/export/mets.h"

namespace sohoa {

/// Adds file groups to a METS and the divisions of the structural map that point to them, in the
/// order of the calls. What it is made of must live longer.
class MetsStructure {
 public:
  MetsStructure(MetsDocument& mets, const PackageProfile& profile, const PackageDraft& draft)
      : mets_(mets), profile_(profile), draft_(draft) {}

  /// The division of the metadata that the METS has so far.
  void add_metadata();
  void add_group(const std::string& label, const std::vector<DraftFile>& files);
  /// The files of a representation.
  void add_data(const std::vector<DraftFile>& files);
  /// A representation, by its METS.
  void add_representation(const DraftFile& mets);

 private:
  MetsDocument& mets_;
  const PackageProfile& profile_;
  const PackageDraft& draft_;
};

}  // namespace sohoa
