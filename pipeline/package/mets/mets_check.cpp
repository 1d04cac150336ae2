#include "pipeline/package/mets/mets_check.h"

#include <algorithm>

#include "pipeline/base/error.h"
#include "pipeline/package/mets/description_check.h"
#include "pipeline/package/mets/mets_fixity.h"
#include "pipeline/package/mets/mets_source.h"

namespace sohoa {

namespace {

/// One check of one package: what all its rules need.
class MetsCheck {
 public:
  MetsCheck(const ZipReader& zip, const ZipContents& contents, const MetsLimits& limits,
            PackageFindings& findings)
      : zip_(zip),
        contents_(contents),
        limits_(limits),
        findings_(findings),
        walked_(walk_mets(zip, contents, limits, findings)) {}

  void run() {
    check_folder();
    check_ids();
    MetsFixity fixity(zip_, contents_, walked_, findings_);
    fixity.check_files();
    check_unlisted();
    check_descriptions(contents_, findings_);
    check_xml_files(fixity);
  }

 private:
  void check_folder() {
    std::string folder = walked_.object_id;
    std::replace(folder.begin(), folder.end(), ':', '_');
    if (!contents_.top.empty() && !walked_.object_id.empty() && contents_.top != folder + "/") {
      findings_.add("mets.object-id", kMetsName, "its OBJID is not the name of the folder");
    }
  }

  void check_ids() {
    std::set<std::string_view> seen;
    for (const std::string& id : walked_.ids) {
      if (!seen.insert(id).second) {
        findings_.add("mets.id-duplicate", id, "two elements have this id");
      }
    }
  }

  void check_unlisted() {
    for (const auto& [path, entry] : contents_.files) {
      if (path == kMetsName || walked_.listed.count(path) != 0) continue;
      if (walked_.pointed.count(path) != 0) continue;
      findings_.add("mets.file-unlisted", path, "no METS file names it");
    }
  }

  void check_xml_files(MetsFixity& fixity) {
    for (const auto& [path, entry] : contents_.files) {
      if (!path.ends_with(".xml") || walked_.read.count(path) != 0) continue;
      const bool premis = path.find("metadata/preservation/") != std::string::npos;
      try {
        if (premis) {
          fixity.check_premis(path, limits_);
        } else {
          read_any_xml(path, xml_of_package(zip_, contents_, path));
        }
      } catch (const Error& error) {
        findings_.add("mets.unreadable", path, error.reason());
      }
    }
  }

  const ZipReader& zip_;
  const ZipContents& contents_;
  const MetsLimits& limits_;
  PackageFindings& findings_;
  WalkedMets walked_;
};

}  // namespace

void check_mets_package(const ZipReader& zip, const ZipContents& contents,
                        PackageFindings& findings, const MetsLimits& limits) {
  MetsCheck(zip, contents, limits, findings).run();
}

}  // namespace sohoa
