#pragma once

#include <map>
#include <string>

#include "pipeline/package/mets/mets_walk.h"

namespace sohoa {

/// The sizes and digests that METS and PREMIS state, held against those of the files. What it is
/// made of must live longer.
class MetsFixity {
 public:
  /// Takes the digests of every file.
  MetsFixity(const ZipReader& zip, const ZipContents& contents, const WalkedMets& walked,
             PackageFindings& findings);

  /// Each file that METS names.
  void check_files();
  /// What a PREMIS file states. Throws Error (kInput) when it cannot be read.
  void check_premis(const std::string& path, const MetsLimits& limits);

 private:
  void check_facts(const LocatedReference& one);
  void check_digest(const std::string& path, const std::string& type, const std::string& digest,
                    const std::string& who);
  void check_pointed();

  const ZipReader& zip_;
  const ZipContents& contents_;
  const WalkedMets& walked_;
  PackageFindings& findings_;
  std::map<std::string, std::string> path_of_id_;
  EntryDigests digests_;
};

}  // namespace sohoa
