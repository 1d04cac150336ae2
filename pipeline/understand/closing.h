#pragma once

#include <optional>
#include <vector>

#include "models/papers/signers.h"
#include "pipeline/understand/word_range.h"

namespace sohoa {

/// The end of a paper: cells 7 to 9 of decree 30/2020, annex I.
struct Closing {
  std::vector<WordRange> authority;  // "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"
  std::vector<WordRange> position;   // "PHÓ CHỦ TỊCH"
  std::optional<WordRange> signer;   // the name below
  std::vector<WordRange> receivers;  // below "Nơi nhận:", a range a line
  bool of_declarant = false;         // a citizen signs: "NGƯỜI YÊU CẦU"
};

/// Finds the last signer of a page, else none. Keeps a reference to `words`.
class ClosingFinder {
 public:
  explicit ClosingFinder(const SignerWords& words);

  std::optional<Closing> find(const PageView& page) const;

  /// "PHÓ CHỦ TỊCH" → "Phó Chủ tịch".
  std::string position_in_right_case(const std::string& position) const;

 private:
  enum class Role { kNone, kAuthority, kPosition, kDeclarant };
  Role role_of(const PageView& page, const WordRange& piece) const;

  const SignerWords& words_;
  std::vector<Letters> positions_;
  std::vector<Letters> declarants_;
};

}  // namespace sohoa
