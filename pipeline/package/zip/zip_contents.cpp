#include "pipeline/package/zip/zip_contents.h"

#include "pipeline/base/error.h"

namespace sohoa {

namespace {

/// The folder that holds every entry, with its '/'.
std::string common_folder(const std::vector<ZipEntry>& entries) {
  std::string top;
  for (const ZipEntry& entry : entries) {
    const std::size_t slash = entry.name.find('/');
    if (slash == std::string::npos) return {};
    const std::string folder = entry.name.substr(0, slash + 1);
    if (top.empty()) top = folder;
    if (folder != top) return {};
  }
  return top;
}

}  // namespace

ZipContents contents_of(const ZipReader& zip) {
  ZipContents contents;
  contents.top = common_folder(zip.entries());
  for (const ZipEntry& entry : zip.entries()) {
    if (entry.kind != ZipEntryKind::kFile) continue;
    contents.files[entry.name.substr(contents.top.size())] = &entry;
  }
  return contents;
}

EntryDigests digest_contents(const ZipReader& zip, const ZipContents& contents,
                             const std::set<DigestAlgorithm>& algorithms,
                             PackageFindings& findings) {
  EntryDigests digests;
  for (const auto& [name, entry] : contents.files) {
    std::map<DigestAlgorithm, Digest> running;
    for (const DigestAlgorithm algorithm : algorithms) {
      running.emplace(algorithm, Digest(algorithm));
    }
    try {
      zip.read(*entry, [&](ByteView piece) {
        for (auto& [algorithm, digest] : running) digest.add(piece);
      });
    } catch (const Error& error) {
      findings.add("package.file-damaged", name, error.reason());
      continue;
    }
    EntryDigest& done = digests[name];
    done.bytes = entry->bytes;
    for (auto& [algorithm, digest] : running) done.hex[algorithm] = digest.hex();
  }
  return digests;
}

}  // namespace sohoa
