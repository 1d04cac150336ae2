#include "pipeline/package/bag_check.h"

#include <array>
#include <optional>
#include <sstream>

#include "pipeline/base/error.h"
#include "pipeline/base/text.h"
#include "pipeline/package/bag_tags.h"
#include "pipeline/package/bagit.h"

namespace sohoa {

namespace {

constexpr std::uint64_t kManifestBytesMax = 256ULL << 20;
constexpr std::uint64_t kTagBytesMax = 1ULL << 20;
constexpr char kPayloadManifests[] = "manifest-";
constexpr char kTagManifests[] = "tagmanifest-";

std::optional<DigestAlgorithm> algorithm_in(const std::string& name, const std::string& prefix) {
  if (!name.starts_with(prefix) || !name.ends_with(".txt")) return std::nullopt;
  return bag_algorithm(name.substr(prefix.size(), name.size() - prefix.size() - 4));
}

bool is_payload(const std::string& path) { return path.starts_with(kPayloadFolder); }

/// One check of one bag: what all its rules need.
class BagCheck {
 public:
  BagCheck(const ZipReader& zip, const ZipContents& contents, const EntryDigests& digests,
           BagMaker maker, PackageFindings& findings)
      : zip_(zip), contents_(contents), digests_(digests), maker_(maker), findings_(findings) {}

  void run() {
    check_declaration();
    check_manifests(kPayloadManifests, kManifestName);
    check_manifests(kTagManifests, kTagManifestName);
    check_oxum();
  }

 private:
  std::string text_of(const std::string& name, std::uint64_t bytes_max) {
    const auto entry = contents_.files.find(name);
    if (entry == contents_.files.end()) {
      findings_.add("package.file-missing", name, "it is not in the package");
      return {};
    }
    try {
      return zip_.read_text(*entry->second, bytes_max);
    } catch (const Error& error) {
      findings_.add("package.file-damaged", name, error.reason());
      return {};
    }
  }

  void check_declaration() {
    const std::string text = text_of(kBagDeclarationName, kTagBytesMax);
    const BagDeclaration declared = bag_declaration_of(text);
    const bool sound = maker_ == BagMaker::kOurs ? text == bag_declaration()
                                                 : !declared.version.empty() && declared.utf8;
    if (!sound) {
      findings_.add("package.bag-declaration", kBagDeclarationName,
                    maker_ == BagMaker::kOurs ? "it does not declare a BagIt 1.0 bag in UTF-8"
                                              : "it does not declare a BagIt bag in UTF-8");
    }
    in_every_manifest_ = declared.version == "1.0" || maker_ == BagMaker::kOurs;
  }

  /// The manifests of one sort; `needed` must be there in our own bags, and one of the payload in
  /// any.
  void check_manifests(const std::string& prefix, const char* needed) {
    std::vector<std::string> names;
    for (const auto& [name, entry] : contents_.files) {
      if (!name.starts_with(prefix) || !name.ends_with(".txt")) continue;
      if (!algorithm_in(name, prefix)) {
        findings_.add("package.manifest", name, "its algorithm is not known");
      } else {
        names.push_back(name);
      }
    }
    const bool payload = prefix == kPayloadManifests;
    const bool must = maker_ == BagMaker::kOurs ? !contents_.has(needed) : payload && names.empty();
    if (must) findings_.add("package.file-missing", needed, "it is not in the package");
    std::set<std::string> listed;
    for (const std::string& name : names) {
      const std::set<std::string> here = check_manifest(name, *algorithm_in(name, prefix), payload);
      listed.insert(here.begin(), here.end());
      if (in_every_manifest_ || !payload) check_complete(here, payload);
    }
    if (names.empty() || (payload && !in_every_manifest_)) check_complete(listed, payload);
  }

  /// The paths that it lists.
  std::set<std::string> check_manifest(const std::string& name, DigestAlgorithm algorithm,
                                       bool payload) {
    std::set<std::string> listed;
    try {
      const std::string text = text_of(name, kManifestBytesMax);
      for (const auto& [path, digest] : maker_ == BagMaker::kOurs
                                            ? parse_manifest(name, text, algorithm)
                                            : parse_any_manifest(name, text, algorithm)) {
        listed.insert(path);
        check_digest(path, digest, algorithm, is_payload(path) == payload);
      }
    } catch (const Error& error) {
      findings_.add("package.manifest", error.subject(), error.reason());
    }
    return listed;
  }

  void check_digest(const std::string& path, const std::string& expected, DigestAlgorithm algorithm,
                    bool belongs) {
    const auto found = digests_.find(path);
    if (!belongs) {
      findings_.add("package.manifest", path, "it stands in the wrong manifest");
    } else if (!contents_.has(path)) {
      findings_.add("package.file-missing", path, "a manifest lists it, but it is not there");
    } else if (found != digests_.end() && found->second.hex.at(algorithm) != expected) {
      findings_.add("package.digest", path,
                    "its " + bag_algorithm_title(algorithm) + " is not that of the manifest");
    }
  }

  // Tag files need not be listed (RFC 8493, 2.2.1); ours are.
  void check_complete(const std::set<std::string>& listed, bool payload) {
    if (!payload && maker_ == BagMaker::kAny) return;
    for (const auto& [path, entry] : contents_.files) {
      if (is_payload(path) != payload || listed.count(path) != 0) continue;
      if (!payload && path.starts_with(kTagManifests)) continue;
      if (unlisted_.insert(path).second) {
        findings_.add("package.file-unlisted", path, "no manifest lists it");
      }
    }
  }

  void check_oxum() {
    std::uint64_t bytes = 0;
    std::uint64_t count = 0;
    for (const auto& [path, digest] : digests_) {
      if (!is_payload(path)) continue;
      bytes += digest.bytes;
      ++count;
    }
    if (maker_ == BagMaker::kAny && !contents_.has(kBagInfoName)) return;
    const std::string stated = bag_info_value(text_of(kBagInfoName, kTagBytesMax), "Payload-Oxum");
    if (stated.empty() && maker_ == BagMaker::kAny) return;
    if (stated != std::to_string(bytes) + "." + std::to_string(count)) {
      findings_.add("package.payload-oxum", kBagInfoName,
                    "it does not tell the size and number of the files");
    }
  }

  const ZipReader& zip_;
  const ZipContents& contents_;
  const EntryDigests& digests_;
  BagMaker maker_;
  PackageFindings& findings_;
  bool in_every_manifest_ = true;   // each file of the payload, as BagIt 1.0 asks
  std::set<std::string> unlisted_;  // told already
};

}  // namespace

std::set<DigestAlgorithm> manifest_algorithms(const ZipContents& contents) {
  std::set<DigestAlgorithm> algorithms;
  for (const auto& [name, entry] : contents.files) {
    for (const char* prefix : {kPayloadManifests, kTagManifests}) {
      if (const auto algorithm = algorithm_in(name, prefix)) algorithms.insert(*algorithm);
    }
  }
  return algorithms;
}

void check_bag(const ZipReader& zip, const ZipContents& contents, const EntryDigests& digests,
               BagMaker maker, PackageFindings& findings) {
  BagCheck(zip, contents, digests, maker, findings).run();
}

}  // namespace sohoa
