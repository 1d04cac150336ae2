#include "pipeline/package/bag_check.h"

#include <set>

#include "pipeline/base/digest.h"
#include "pipeline/base/error.h"
#include "pipeline/package/bagit.h"

namespace sohoa {

namespace {

constexpr std::uint64_t kManifestBytesMax = 256ULL << 20;
constexpr std::uint64_t kTagBytesMax = 1ULL << 20;

using Digests = std::map<std::string, FileDigest>;

/// One check of one bag: what all its rules need.
class BagCheck {
 public:
  BagCheck(const ZipReader& zip, const EntriesByName& entries, const Digests& digests,
           PackageFindings& findings)
      : zip_(zip), entries_(entries), digests_(digests), findings_(findings) {}

  void run() {
    if (text_of(kBagDeclarationName, kTagBytesMax) != bag_declaration()) {
      findings_.add("package.bag-declaration", kBagDeclarationName,
                    "it does not declare a BagIt 1.0 bag in UTF-8");
    }
    check_payload(manifest(kManifestName));
    check_tags(manifest(kTagManifestName));
    check_oxum();
  }

 private:
  std::string text_of(const char* name, std::uint64_t bytes_max) {
    const auto entry = entries_.find(name);
    if (entry == entries_.end()) {
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

  std::map<std::string, std::string> manifest(const char* name) {
    try {
      return parse_manifest(name, text_of(name, kManifestBytesMax));
    } catch (const Error& error) {
      findings_.add("package.manifest", error.subject(), error.reason());
      return {};
    }
  }

  static bool is_payload(const std::string& path) { return path.starts_with(kPayloadFolder); }

  void check_payload(const std::map<std::string, std::string>& manifest) {
    for (const auto& [path, digest] : manifest) check_digest(path, digest, is_payload(path));
    for (const auto& [path, entry] : entries_) {
      if (is_payload(path) && manifest.count(path) == 0) {
        findings_.add("package.file-unlisted", path, "no manifest lists it");
      }
    }
  }

  void check_tags(const std::map<std::string, std::string>& manifest) {
    for (const auto& [path, digest] : manifest) check_digest(path, digest, !is_payload(path));
    for (const auto& [path, entry] : entries_) {
      if (is_payload(path) || path == kTagManifestName || manifest.count(path) != 0) continue;
      findings_.add("package.file-unlisted", path, "no manifest lists it");
    }
  }

  void check_digest(const std::string& path, const std::string& expected, const bool belongs) {
    const auto found = digests_.find(path);
    if (!belongs) {
      findings_.add("package.manifest", path, "it stands in the wrong manifest");
    } else if (entries_.count(path) == 0) {
      findings_.add("package.file-missing", path, "a manifest lists it, but it is not there");
    } else if (found != digests_.end() && found->second.sha256 != expected) {
      findings_.add("package.digest", path, "its SHA-256 is not that of the manifest");
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
    const std::string line =
        "\nPayload-Oxum: " + std::to_string(bytes) + "." + std::to_string(count) + "\n";
    if (("\n" + text_of(kBagInfoName, kTagBytesMax)).find(line) == std::string::npos) {
      findings_.add("package.payload-oxum", kBagInfoName,
                    "it does not tell the size and number of the files");
    }
  }

  const ZipReader& zip_;
  const EntriesByName& entries_;
  const Digests& digests_;
  PackageFindings& findings_;
};

}  // namespace

std::map<std::string, FileDigest> digest_entries(const ZipReader& zip, PackageFindings& findings) {
  Digests digests;
  for (const ZipEntry& entry : zip.entries()) {
    Sha256 digest;
    try {
      zip.read(entry, [&](ByteView piece) { digest.add(piece); });
    } catch (const Error& error) {
      findings.add("package.file-damaged", entry.name, error.reason());
      continue;
    }
    digests[entry.name] = {entry.name, entry.bytes, digest.hex()};
  }
  return digests;
}

void check_bag(const ZipReader& zip, const EntriesByName& entries, const Digests& digests,
               PackageFindings& findings) {
  BagCheck(zip, entries, digests, findings).run();
}

}  // namespace sohoa
