#pragma once

#include <map>
#include <optional>
#include <string>

#include "pipeline/base/digest.h"

namespace sohoa {

// The tag files of bags that others made (BagIt 0.93 to 1.0).

/// "sha256" → SHA-256; nothing for an algorithm that is not known.
std::optional<DigestAlgorithm> bag_algorithm(const std::string& name);
std::string bag_algorithm_title(DigestAlgorithm algorithm);  // "SHA-256"
std::size_t digest_digits(DigestAlgorithm algorithm);

struct BagDeclaration {
  std::string version;  // "1.0"; empty when the text declares no bag
  bool utf8 = false;
};

BagDeclaration bag_declaration_of(const std::string& text);

/// The value of the first tag of that name in bag-info.txt, whatever its case; continued lines are
/// joined.
std::string bag_info_value(const std::string& text, const std::string& tag);

/// Path → digest, for lines that end in LF, CR LF or CR, digests in either case, and paths that
/// begin with the "*" of md5sum or with "./". Throws Error (kInput) for a line that is none, for a
/// path that leads out of the bag and for one that stands twice.
std::map<std::string, std::string> parse_any_manifest(const std::string& name,
                                                      const std::string& text,
                                                      DigestAlgorithm algorithm);

}  // namespace sohoa
