#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sohoa {

/// "Số: 47/QĐ-UBND" taken apart: decree 30/2020, annex I, cell 3.
struct DocumentNumber {
  std::string number;       // "47"; "12/2026" of a legal act; empty: not to be read
  std::string symbol;       // "QĐ-UBND"; empty for a bare number
  bool type_known = false;  // the symbol begins with the abbreviation of a type
  bool repaired = false;    // otherwise than it was read

  std::string text() const;  // "47/QĐ-UBND", "/QĐ-UBND"
};

/// What stands after "Số". `abbreviations`: of types, in right spelling; a type that was read
/// nearly right becomes the one that it is nearest to. None when there is neither a number nor a
/// symbol in it.
std::optional<DocumentNumber> read_document_number(std::string_view text,
                                                   const std::vector<std::string>& abbreviations);

}  // namespace sohoa
