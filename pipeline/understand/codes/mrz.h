#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "models/papers/identifiers.h"

namespace sohoa {

enum class MrzKind {
  kTd1,  // identity card: three lines of 30
  kTd3   // passport: two lines of 44
};

/// What a check digit stands over.
enum class MrzCheck { kDocumentNumber, kBirthDate, kExpiryDate, kOptionalData, kWhole };

/// The machine-readable zone of a document.
struct Mrz {
  MrzKind kind = MrzKind::kTd1;
  std::string issuer;           // "VNM"
  std::string document_number;  // without fillers
  std::string personal_number;  // 12 digits of a Vietnamese document; empty: none
  std::string family_name;      // Latin capitals
  std::string given_names;
  std::optional<Sex> sex;
  std::string birth_date;   // yyyy-MM-dd; empty when it is none
  std::string expiry_date;  // yyyy-MM-dd
  std::string nationality;
  std::vector<MrzCheck> failed;         // empty: every check digit fits
  bool repaired = false;                // characters were put right before the digits fitted
  std::vector<std::size_t> line_index;  // of the lines given
};

/// Finds a zone among lines of recognized text: ICAO 9303 parts 3, 4 and 5. White space does not
/// matter, and a run of fillers may be of the wrong length. A character that cannot stand where it
/// does (O among digits, K among fillers) is put right when then all check digits fit; otherwise
/// everything is as it was read and `failed` tells which digits do not. The first zone that fits,
/// or else the first at all. Names are under no digit.
std::optional<Mrz> read_mrz(const std::vector<std::string>& lines);

/// Weights 7, 3, 1; digits count themselves, letters from 10, '<' nothing (part 3, 4.9).
char mrz_check_digit(const std::string& text);

}  // namespace sohoa
