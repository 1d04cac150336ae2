#pragma once

#include <string>
#include <vector>

namespace sohoa {

/// How papers say who signs them (signers.json).
struct SignerWords {
  std::vector<std::string> authorities;   // "TM", before the office signed for
  std::vector<std::string> positions;     // "Phó Chủ tịch", in right case
  std::vector<std::string> declarants;    // "Người yêu cầu": a citizen who signs
  std::vector<std::string> family_names;  // "Nguyễn"
};

/// Throws Error (kDependency), Error (kInput) as load_kinds().
SignerWords load_signer_words();

}  // namespace sohoa
