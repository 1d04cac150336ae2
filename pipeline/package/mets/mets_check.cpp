#include "pipeline/package/mets/mets_check.h"

#include <algorithm>

#include "pipeline/base/error.h"
#include "pipeline/package/mets/description_check.h"
#include "pipeline/package/mets/mets_reader.h"
#include "pipeline/package/mets/package_path.h"

namespace sohoa {

namespace {

constexpr std::uint64_t kXmlBytesMax = 512ULL << 20;
constexpr std::string_view kMetsEnd = "/METS.xml";

std::optional<DigestAlgorithm> algorithm_of(const std::string& type) {
  if (type == "SHA-256") return DigestAlgorithm::kSha256;
  if (type == "SHA-512") return DigestAlgorithm::kSha512;
  return std::nullopt;
}

std::string lower_case(std::string hex) {
  for (char& c : hex) {
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
  }
  return hex;
}

/// A reference and where it leads.
struct Located {
  MetsReference reference;
  std::string path;
};

/// One check of one package: what all its rules need.
class MetsCheck {
 public:
  MetsCheck(const ZipReader& zip, const ZipContents& contents, const MetsLimits& limits,
            PackageFindings& findings)
      : zip_(zip), contents_(contents), limits_(limits), findings_(findings) {}

  void run() {
    pending_ = {kMetsName};
    while (!pending_.empty()) {
      const std::string path = std::move(pending_.back());
      pending_.pop_back();
      if (read_.count(path) != 0) continue;
      if (read_.size() == limits_.files_max || kept_bytes_ > limits_.kept_bytes_all_max) {
        findings_.add("mets.unreadable", path, "the METS files say more than can be checked");
        break;
      }
      read_file(path);
    }
    check_folder();
    check_ids();
    digests_ = digest_contents(zip_, contents_, algorithms(), findings_);
    for (const Located& one : located_) check_facts(one);
    check_pointed();
    check_unlisted();
    check_descriptions(contents_, findings_);
    check_xml_files();
  }

 private:
  XmlSource source_of(const std::string& path) const {
    const ZipEntry& entry = *contents_.files.at(path);
    return [this, &entry](const std::function<void(ByteView)>& take) {
      if (entry.bytes > kXmlBytesMax) {
        throw Error(ExitCode::kInput, entry.name, "is too large for XML",
                    "get the package again from its maker");
      }
      zip_.read(entry, take);
    };
  }

  /// A METS file; those that it speaks of become pending.
  void read_file(const std::string& path) {
    read_.insert(path);
    ReadMets mets;
    try {
      mets = read_mets(path, source_of(path), limits_);
    } catch (const Error& error) {
      findings_.add("mets.unreadable", path, error.reason());
      return;
    }
    if (path == kMetsName) object_id_ = mets.object_id;
    kept_bytes_ += mets.kept_bytes;
    const std::string folder = folder_of_path(path);
    const std::set<std::string_view> own(mets.ids.begin(), mets.ids.end());
    for (const std::string& id : mets.ids_referred) {
      if (own.count(id) == 0) {
        findings_.add("mets.id-unknown", path + " " + id, "no element has this id");
      }
    }
    for (MetsReference& one : mets.references) locate(folder, std::move(one), path);
    for (const std::string& href : mets.pointers) {
      const std::string other = resolved(folder, href, path);
      if (other.empty()) continue;
      pointed_.insert(other);
      pending_.push_back(other);
    }
    std::move(mets.ids.begin(), mets.ids.end(), std::back_inserter(ids_));
  }

  /// The file that a href means; "" and a finding when there is none.
  std::string resolved(const std::string& folder, const std::string& href,
                       const std::string& mets) {
    const std::optional<std::string> plain = package_path(folder, href);
    if (plain && contents_.has(*plain)) return *plain;
    const std::optional<std::string> decoded = package_path(folder, percent_decoded_url(href));
    if (decoded && contents_.has(*decoded)) return *decoded;
    if (!plain) {
      findings_.add("mets.reference-outside", mets + " " + href, "it leads out of the package");
    } else {
      findings_.add("mets.file-missing", *plain, "a METS file names it, but it is not there");
    }
    return {};
  }

  void locate(const std::string& folder, MetsReference reference, const std::string& mets) {
    const std::string path = resolved(folder, reference.href, mets);
    if (path.empty()) return;
    listed_.insert(path);
    if (path.ends_with(kMetsEnd)) pending_.push_back(path);
    path_of_id_[reference.id] = path;
    located_.push_back({std::move(reference), path});
  }

  void check_folder() {
    std::string folder = object_id_;
    std::replace(folder.begin(), folder.end(), ':', '_');
    if (!contents_.top.empty() && !object_id_.empty() && contents_.top != folder + "/") {
      findings_.add("mets.object-id", kMetsName, "its OBJID is not the name of the folder");
    }
  }

  void check_ids() {
    std::set<std::string_view> seen;
    for (const std::string& id : ids_) {
      if (!seen.insert(id).second) {
        findings_.add("mets.id-duplicate", id, "two elements have this id");
      }
    }
  }

  std::set<DigestAlgorithm> algorithms() const {
    std::set<DigestAlgorithm> algorithms = {DigestAlgorithm::kSha256};
    for (const Located& one : located_) {
      if (const auto algorithm = algorithm_of(one.reference.digest_type)) {
        algorithms.insert(*algorithm);
      }
    }
    return algorithms;
  }

  void check_facts(const Located& one) {
    const auto found = digests_.find(one.path);
    if (found == digests_.end()) return;
    const MetsReference& stated = one.reference;
    if (!stated.bytes || stated.digest.empty()) {
      findings_.add("mets.facts-missing", one.path, "METS does not state its size and digest");
      return;
    }
    if (*stated.bytes != found->second.bytes) {
      findings_.add("mets.size", one.path, "its size is not what METS says");
    }
    check_digest(one.path, stated.digest_type, stated.digest, "METS");
  }

  void check_digest(const std::string& path, const std::string& type, const std::string& digest,
                    const std::string& who) {
    const auto algorithm = algorithm_of(type);
    if (!algorithm) {
      findings_.add("mets.digest-type", path,
                    who + " states a digest that is neither SHA-256 nor SHA-512");
      return;
    }
    const auto& hex = digests_.at(path).hex;
    const auto own = hex.find(*algorithm);
    if (own == hex.end() || own->second == lower_case(digest)) return;
    findings_.add(who == "METS" ? "mets.digest" : "mets.premis-digest", path,
                  "its " + type + " is not what " + who + " says");
  }

  // <mptr> cannot state size and digest: CSIP asks for a <file> of each representation's METS too.
  void check_pointed() {
    for (const std::string& path : pointed_) {
      if (path == kMetsName || listed_.count(path) != 0) continue;
      findings_.add("mets.facts-missing", path, "only an <mptr> names it, without size and digest");
    }
  }

  void check_unlisted() {
    for (const auto& [path, entry] : contents_.files) {
      if (path == kMetsName || listed_.count(path) != 0 || pointed_.count(path) != 0) continue;
      findings_.add("mets.file-unlisted", path, "no METS file names it");
    }
  }

  void check_xml_files() {
    for (const auto& [path, entry] : contents_.files) {
      if (!path.ends_with(".xml") || read_.count(path) != 0) continue;
      const bool premis = path.find("metadata/preservation/") != std::string::npos;
      try {
        if (premis) {
          check_premis(path);
        } else {
          read_any_xml(path, source_of(path));
        }
      } catch (const Error& error) {
        findings_.add("mets.unreadable", path, error.reason());
      }
    }
  }

  void check_premis(const std::string& path) {
    for (const PremisFixity& fixity : read_premis(path, source_of(path), limits_)) {
      const auto found = path_of_id_.find(fixity.id);
      if (fixity.digest.empty() || found == path_of_id_.end()) continue;
      if (digests_.count(found->second) == 0) continue;
      check_digest(found->second, fixity.digest_type, fixity.digest, "PREMIS");
    }
  }

  const ZipReader& zip_;
  const ZipContents& contents_;
  const MetsLimits& limits_;
  PackageFindings& findings_;
  std::string object_id_;
  std::vector<std::string> pending_;  // METS files to read
  std::set<std::string> read_;        // METS files
  std::uint64_t kept_bytes_ = 0;      // of them
  std::set<std::string> listed_;      // files that METS files name
  std::set<std::string> pointed_;     // METS files that an <mptr> names
  std::vector<std::string> ids_;
  std::vector<Located> located_;
  std::map<std::string, std::string> path_of_id_;
  EntryDigests digests_;
};

}  // namespace

void check_mets_package(const ZipReader& zip, const ZipContents& contents,
                        PackageFindings& findings, const MetsLimits& limits) {
  MetsCheck(zip, contents, limits, findings).run();
}

}  // namespace sohoa
