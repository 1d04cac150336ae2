#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/papers/agency_names.h"
#include "pipeline/understand/letters.h"

namespace sohoa {

/// The office that issued a paper, and the one above it.
struct IssuingAgency {
  std::string parent;      // "ỦY BAN NHÂN DÂN XÃ MỸ SƠN", as printed; may be empty
  std::string issuer;      // as printed
  std::string normalized;  // "Trung tâm Phục vụ hành chính công xã Mỹ Sơn"
  std::string parent_normalized;
  std::size_t issuer_first_line = 0;  // of the lines that were given
  bool known = false;                 // all of the issuer's name is of known words and places
};

/// Reads names of offices as letterheads print them.
class AgencyReader {
 public:
  explicit AgencyReader(const AgencyNames& names);

  /// Of the lines of a letterhead's left column, from the top. An issuer without a place is of its
  /// parent's.
  IssuingAgency read(const std::vector<std::string>& lines) const;

  /// What is printed in capitals as a clerk types it: "Ủy ban nhân dân xã Mỹ Sơn Hạ".
  std::string in_right_case(std::string_view capitals) const;

  /// Whether the words begin with the name of an office.
  bool begins_with_agency(std::string_view text) const;

 private:
  struct Phrase {
    std::vector<std::string> words;  // in right case
    Letters letters;
    bool abbreviated = false;
  };
  struct Spelling {
    std::string text;
    bool known = true;
    std::optional<std::size_t> place_at;  // where its first place begins
  };
  Spelling spell(const std::vector<std::string>& words) const;
  const Phrase* phrase_at(const std::vector<std::string>& words, std::size_t at) const;
  bool is_head(const Phrase* phrase) const;
  bool is_open_ended(std::string_view line) const;
  /// How many words from `at` on say of what kind a place is: "thị trấn"; 0 for none.
  std::size_t place_words_at(const std::vector<std::string>& words, std::size_t at) const;

  std::vector<Phrase> names_;
  std::vector<Phrase> heads_;
  std::vector<Letters> open_ended_;
  std::vector<Phrase> places_;
};

}  // namespace sohoa
