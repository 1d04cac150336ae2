#include "pipeline/package/mets/description_check.h"

#include <string_view>

#include "pipeline/package/mets/package_path.h"

namespace sohoa {

namespace {

constexpr std::string_view kPrefix = "EAD_doc_";
constexpr std::string_view kDataFolder = "data/";
constexpr std::string_view kDescriptionFolder = "metadata/descriptive/";

using Stems = std::set<std::string>;

struct Representation {
  Stems documents, descriptions;
};

/// By their folders.
std::map<std::string, Representation> representations_of(const ZipContents& contents) {
  std::map<std::string, Representation> representations;
  for (const auto& [path, entry] : contents.files) {
    const std::string folder = folder_of_path(path);
    const std::string stem = stem_of_path(path);
    if (folder.ends_with(kDataFolder) && path.ends_with(".pdf")) {
      representations[folder.substr(0, folder.size() - kDataFolder.size())].documents.insert(stem);
    } else if (folder.ends_with(kDescriptionFolder) && stem.starts_with(kPrefix)) {
      representations[folder.substr(0, folder.size() - kDescriptionFolder.size())]
          .descriptions.insert(stem.substr(kPrefix.size()));
    }
  }
  return representations;
}

}  // namespace

void check_descriptions(const ZipContents& contents, PackageFindings& findings) {
  for (const auto& [folder, representation] : representations_of(contents)) {
    if (representation.descriptions.empty()) continue;
    for (const std::string& stem : representation.documents) {
      if (representation.descriptions.count(stem) != 0) continue;
      findings.add("mets.description-missing", folder + std::string(kDataFolder) + stem + ".pdf",
                   "no EAD_doc file describes it");
    }
    for (const std::string& stem : representation.descriptions) {
      if (representation.documents.count(stem) != 0) continue;
      findings.add("mets.description-orphan",
                   folder + std::string(kDescriptionFolder) + std::string(kPrefix) + stem + ".xml",
                   "it describes no document that is there");
    }
  }
}

}  // namespace sohoa
