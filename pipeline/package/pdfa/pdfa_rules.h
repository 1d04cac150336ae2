#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "pipeline/package/pdf/icc_file.h"

namespace sohoa {

/// What a part of ISO 19005 asks otherwise than another.
struct PdfaRules {
  // Limits of 6.1.13 (part 1: 6.1.12).
  std::size_t string_bytes_max = 0;
  double real_max = 0;
  std::size_t array_items_max = 0;
  std::size_t dictionary_entries_max = 0;
  std::size_t colorants_max = 0;  // of DeviceN

  IccVersion newest_profile = IccVersion::k4;
  int bits_per_component_max = 16;
  bool object_streams = true;  // and cross-reference streams
  bool transparency = true;
  bool optional_content = true;
  bool every_appearance = true;   // each annotation needs one, not only a form's
  bool page_triggers = false;     // pages may act by themselves
  bool filtered_metadata = true;  // their stream may be coded
  bool same_information = false;  // the information dictionary and the metadata agree
  bool code_sets = false;         // subsets of CID fonts list their codes

  std::span<const std::string_view> filters;
  std::span<const std::string_view> annotations;
  std::span<const std::string_view> blend_modes;
};

/// Of part 1, 2 or 3.
const PdfaRules& rules_of(int part);

/// Checks name clauses as part 2 numbers them, part 3 alike; where part 1 has the same rule it
/// stands in another clause. Empty: part 1 has no such rule. A clause of part 1's own stays.
std::string clause_in(int part, const std::string& clause);

}  // namespace sohoa
