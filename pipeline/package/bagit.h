#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/record/package.h"
#include "pipeline/package/zip/package_files.h"

namespace sohoa {

// The tag files of a BagIt 1.0 bag (RFC 8493) with SHA-256 manifests, UTF-8, LF line ends.

inline constexpr char kBagDeclarationName[] = "bagit.txt";
inline constexpr char kBagInfoName[] = "bag-info.txt";
inline constexpr char kManifestName[] = "manifest-sha256.txt";
inline constexpr char kTagManifestName[] = "tagmanifest-sha256.txt";
inline constexpr char kRecordName[] = "record.json";
inline constexpr char kPayloadFolder[] = "data/";

std::string bag_declaration();

/// A line of bag-info.txt; without a value it is left out.
struct BagTag {
  std::string name;
  std::string value;
};

/// `record.files` are the payload, which Payload-Oxum counts; `more` comes first.
std::string bag_info(const Record& record, const std::vector<BagTag>& more = {});

/// One line a file (the digest that stands in `sha256`), paths percent-encoded as the RFC asks (CR,
/// LF and % only).
std::string manifest_of(const std::vector<FileDigest>& files);

/// Path → digest, as strict as we write. Throws Error (kInput) for a line that is none and for a
/// path that stands twice.
std::map<std::string, std::string> parse_manifest(
    const std::string& name, const std::string& text,
    DigestAlgorithm algorithm = DigestAlgorithm::kSha256);

/// The path that a manifest means.
std::string manifest_path(const std::string& written);

}  // namespace sohoa
