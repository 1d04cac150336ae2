#include "pipeline/package/mets/mets_fixity.h"

#include <optional>

#include "pipeline/base/words.h"
#include "pipeline/package/mets/mets_source.h"

namespace sohoa {

namespace {

std::optional<DigestAlgorithm> algorithm_of(const std::string& type) {
  if (type == "SHA-256") return DigestAlgorithm::kSha256;
  if (type == "SHA-512") return DigestAlgorithm::kSha512;
  return std::nullopt;
}

std::set<DigestAlgorithm> algorithms_of(const WalkedMets& walked) {
  std::set<DigestAlgorithm> algorithms = {DigestAlgorithm::kSha256};
  for (const LocatedReference& one : walked.located) {
    if (const auto algorithm = algorithm_of(one.reference.digest_type)) {
      algorithms.insert(*algorithm);
    }
  }
  return algorithms;
}

}  // namespace

MetsFixity::MetsFixity(const ZipReader& zip, const ZipContents& contents, const WalkedMets& walked,
                       PackageFindings& findings)
    : zip_(zip), contents_(contents), walked_(walked), findings_(findings) {
  for (const LocatedReference& one : walked_.located) path_of_id_[one.reference.id] = one.path;
  digests_ = digest_contents(zip_, contents_, algorithms_of(walked_), findings_);
}

void MetsFixity::check_files() {
  for (const LocatedReference& one : walked_.located) check_facts(one);
  check_pointed();
}

void MetsFixity::check_premis(const std::string& path, const MetsLimits& limits) {
  for (const PremisFixity& fixity :
       read_premis(path, xml_of_package(zip_, contents_, path), limits)) {
    const auto found = path_of_id_.find(fixity.id);
    if (fixity.digest.empty() || found == path_of_id_.end()) continue;
    if (digests_.count(found->second) == 0) continue;
    check_digest(found->second, fixity.digest_type, fixity.digest, "PREMIS");
  }
}

void MetsFixity::check_facts(const LocatedReference& one) {
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

void MetsFixity::check_digest(const std::string& path, const std::string& type,
                              const std::string& digest, const std::string& who) {
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
void MetsFixity::check_pointed() {
  for (const std::string& path : walked_.pointed) {
    if (path == kMetsName || walked_.listed.count(path) != 0) continue;
    findings_.add("mets.facts-missing", path, "only an <mptr> names it, without size and digest");
  }
}

}  // namespace sohoa
